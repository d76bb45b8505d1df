import { Decimal as DecimalBase } from "decimal.js";
import { pad, powerOfTen, roundedUnits, stripped } from "./decimal-units.ts";
import type { DecimalText, Rounding } from "./model.ts";

/** Wide numbers: 40 significant digits, a constructor of our own, so that nobody else's settings can reach it. */
const Wide = DecimalBase.clone({
  defaults: true,
  precision: 40,
  rounding: DecimalBase.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** How a rounding treats what it cuts off: half-up, half-even and down work on the amount, whatever its sign. */
export type RoundingMode = Rounding["mode"] | "floor" | "ceil";

const wideModes = {
  "half-up": DecimalBase.ROUND_HALF_UP,
  "half-even": DecimalBase.ROUND_HALF_EVEN,
  down: DecimalBase.ROUND_DOWN,
  floor: DecimalBase.ROUND_FLOOR,
  ceil: DecimalBase.ROUND_CEIL,
} as const;

/** Whatever a decimal can be made of; see `Decimal.of`. */
export type Figure = Decimal | number | string;

const shortText = /^(-?\d+)(?:\.(\d{1,15}))?$/;

/**
 * An exact decimal number, immutable. Binary floating point would make 0.1 + 0.2 miss a target of 0.3, and 1.005 round
 * to 1.00.
 *
 * Figures of appraisal are short: 93.2 is 932 units of a tenth. As long as the units are a safe integer, arithmetic is
 * integer arithmetic and exact; whatever needs more (a third, a product of many digits) is left to decimal.js with 40
 * significant digits. Which of the two holds a number cannot be told from outside: decimal.test.ts asks both.
 */
export class Decimal {
  /** The number in units of its last digit; a safe integer. Zero where `wide` holds the number. */
  private readonly units: number;
  /** Digits after the point, 0–15. */
  private readonly digits: number;
  private readonly wide: DecimalBase | undefined;
  private text: string | undefined;

  private constructor(units: number, digits: number, wide: DecimalBase | undefined) {
    this.units = units;
    this.digits = digits;
    this.wide = wide;
    this.text = undefined;
  }

  /** The decimal of a JSON number (its shortest text) or of decimal text, which may have an exponent. */
  static of(value: Figure): Decimal {
    if (typeof value === "number") return Decimal.ofNumber(value);
    return typeof value === "string" ? Decimal.ofText(value) : value;
  }

  /** 10 to a whole power. */
  static tenTo(power: number): Decimal {
    if (power < -15 || power > 15) return new Decimal(0, 0, new Wide(10).pow(power));
    return power < 0 ? new Decimal(1, -power, undefined) : new Decimal(powerOfTen(power), 0, undefined);
  }

  /** The least of at least one. */
  static min(...values: readonly Decimal[]): Decimal {
    return values.reduce((least, other) => (other.lessThan(least) ? other : least));
  }

  /** The greatest of at least one. */
  static max(...values: readonly Decimal[]): Decimal {
    return values.reduce((most, other) => (other.greaterThan(most) ? other : most));
  }

  private static ofNumber(value: number): Decimal {
    if (Number.isSafeInteger(value)) return new Decimal(value, 0, undefined);
    for (let digits = 1; digits <= 6; digits += 1) {
      const units = Math.round(value * powerOfTen(digits));
      // Of the decimals of at most fifteen digits only one can be nearest to a number; dividing tells whether it is this.
      if (Math.abs(units) < 1e15 && units / powerOfTen(digits) === value) return new Decimal(units, digits, undefined);
    }
    return Decimal.ofText(String(value));
  }

  private static ofText(text: string): Decimal {
    const [, whole = "", fraction = ""] = shortText.exec(text) ?? [];
    const small = whole === "" ? undefined : Decimal.ofUnits(Number(whole + fraction), fraction.length);
    return small ?? new Decimal(0, 0, new Wide(text));
  }

  /** Of units that may have left the safe integers: undefined then, and the caller falls back. */
  private static ofUnits(units: number, digits: number): Decimal | undefined {
    return Number.isSafeInteger(units) && digits <= 15 ? new Decimal(units, digits, undefined) : undefined;
  }

  private static ofWide(wide: DecimalBase): Decimal {
    return new Decimal(0, 0, wide);
  }

  /** What fits into safe units goes back into them. */
  private static narrowed(wide: DecimalBase): Decimal {
    const fits = wide.isFinite() && wide.abs().lessThan(1e15) && wide.decimalPlaces() <= 15;
    return fits ? Decimal.ofText(wide.toFixed()) : Decimal.ofWide(wide);
  }

  plus(addend: Figure): Decimal {
    const other = Decimal.of(addend);
    if (this.wide || other.wide) return Decimal.ofWide(this.widened().plus(other.widened()));
    const digits = Math.max(this.digits, other.digits);
    const units = this.unitsAt(digits) + other.unitsAt(digits);
    return Decimal.ofUnits(units, digits) ?? Decimal.ofWide(this.widened().plus(other.widened()));
  }

  minus(subtrahend: Figure): Decimal {
    return this.plus(Decimal.of(subtrahend).negated());
  }

  times(factor: Figure): Decimal {
    const other = Decimal.of(factor);
    if (this.wide || other.wide) return Decimal.ofWide(this.widened().times(other.widened()));
    const small = Decimal.ofUnits(this.units * other.units, this.digits + other.digits);
    return small ?? Decimal.ofWide(this.widened().times(other.widened()));
  }

  /** To 40 significant digits where the quotient does not end. */
  div(divisor: Figure): Decimal {
    const other = Decimal.of(divisor);
    const exact = this.wide || other.wide ? undefined : this.quotient(other);
    return exact ?? Decimal.ofWide(this.widened().div(other.widened()));
  }

  /** The remainder, with the sign of the dividend. */
  mod(divisor: Decimal): Decimal {
    if (this.wide || divisor.wide) return Decimal.ofWide(this.widened().mod(divisor.widened()));
    const digits = Math.max(this.digits, divisor.digits);
    const small = Decimal.ofUnits(this.unitsAt(digits) % divisor.unitsAt(digits), digits);
    return small ?? Decimal.ofWide(this.widened().mod(divisor.widened()));
  }

  negated(): Decimal {
    return this.wide ? Decimal.ofWide(this.wide.negated()) : new Decimal(-this.units, this.digits, undefined);
  }

  abs(): Decimal {
    return this.isNegative() ? this.negated() : this;
  }

  floor(): Decimal {
    return this.toDecimalPlaces(0, "floor");
  }

  ceil(): Decimal {
    return this.toDecimalPlaces(0, "ceil");
  }

  toDecimalPlaces(places: number, mode: RoundingMode = "half-up"): Decimal {
    if (this.wide) return Decimal.narrowed(this.wide.toDecimalPlaces(places, wideModes[mode]));
    if (places >= this.digits) return this;
    return new Decimal(roundedUnits(this.units, this.digits - places, mode), places, undefined);
  }

  /** −1, 0 or 1. */
  comparedTo(value: Figure): number {
    const other = Decimal.of(value);
    if (!this.wide && !other.wide) {
      const digits = Math.max(this.digits, other.digits);
      const [mine, its] = [this.unitsAt(digits), other.unitsAt(digits)];
      if (mine < its) return -1;
      if (mine >= its) return mine > its ? 1 : 0;
    }
    return this.widened().comparedTo(other.widened());
  }

  equals(other: Figure): boolean {
    return this.comparedTo(other) === 0;
  }

  lessThan(other: Figure): boolean {
    return this.comparedTo(other) < 0;
  }

  lessThanOrEqualTo(other: Figure): boolean {
    return this.comparedTo(other) <= 0;
  }

  greaterThan(other: Figure): boolean {
    return this.comparedTo(other) > 0;
  }

  greaterThanOrEqualTo(other: Figure): boolean {
    return this.comparedTo(other) >= 0;
  }

  isZero(): boolean {
    return this.wide ? this.wide.isZero() : this.units === 0;
  }

  /** Below zero. */
  isNegative(): boolean {
    return this.wide ? this.wide.lessThan(0) : this.units < 0;
  }

  isInteger(): boolean {
    return this.wide ? this.wide.isInteger() : this.units % powerOfTen(this.digits) === 0;
  }

  /** False for what has no figure: a division by zero, or beyond all measure. */
  isFinite(): boolean {
    return this.wide ? this.wide.isFinite() : true;
  }

  /** How many digits after the point it needs. */
  decimalPlaces(): number {
    return this.wide ? this.wide.decimalPlaces() : stripped(this.units, this.digits).digits;
  }

  toNumber(): number {
    // Adding zero makes zero of a negative zero.
    return 0 + (this.wide ? this.wide.toNumber() : this.units / powerOfTen(this.digits));
  }

  /** Plain text without exponent; with as many digits as stated, rounded, else with as many as it needs. Never `-0`. */
  toFixed(places?: number): DecimalText {
    if (places !== undefined) return this.toDecimalPlaces(places).padded(places);
    this.text ??= this.wide ? (this.wide.isZero() ? "0" : this.wide.toFixed()) : this.shortest();
    return this.text;
  }

  toString(): DecimalText {
    return this.toFixed();
  }

  private padded(places: number): DecimalText {
    if (this.wide) return (this.wide.isZero() ? new Wide(0) : this.wide).toFixed(places);
    return pad(this.units, this.digits, places);
  }

  private shortest(): DecimalText {
    const { units, digits } = stripped(this.units, this.digits);
    return pad(units, digits, digits);
  }

  /** In units of so many digits, at least its own; NaN where they would be no safe integer. */
  private unitsAt(digits: number): number {
    if (digits === this.digits) return this.units;
    const units = this.units * powerOfTen(digits - this.digits);
    return Number.isSafeInteger(units) ? units : Number.NaN;
  }

  /** Where it ends soon: most quotients of appraisal are of hundreds. */
  private quotient(divisor: Decimal): Decimal | undefined {
    if (divisor.units === 0) return undefined;
    const surplus = this.digits - divisor.digits;
    let units = surplus < 0 ? this.units * powerOfTen(-surplus) : this.units;
    const least = Math.max(0, surplus);
    for (let digits = least; digits <= least + 6 && Number.isSafeInteger(units); digits += 1) {
      if (units % divisor.units === 0) return Decimal.ofUnits(units / divisor.units, digits);
      units *= 10;
    }
    return undefined;
  }

  private widened(): DecimalBase {
    return this.wide ?? new Wide(this.units).div(powerOfTen(this.digits));
  }
}

export const zero: Decimal = Decimal.of(0);
export const one: Decimal = Decimal.of(1);
export const hundred: Decimal = Decimal.of(100);

/** The value under a template's rounding rule. Half-up and down work on the amount, whatever its sign. */
export function round(value: Decimal, rounding: Rounding): Decimal {
  return value.toDecimalPlaces(rounding.digits, rounding.mode);
}

/** Decimal text without exponent and without padding: `90`, `0.3`, never `-0`. */
export function plainText(value: Decimal): DecimalText {
  return value.toFixed();
}

/** Decimal text padded to the digits of the rounding rule, so that columns line up: `93.20`. The value must be rounded. */
export function paddedText(value: Decimal, rounding: Rounding): DecimalText {
  return value.toFixed(rounding.digits);
}

/** The decimal of a finite JSON number or of decimal text; undefined for anything else, never NaN. */
export function toDecimal(value: unknown): Decimal | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? Decimal.of(value) : undefined;
  if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return Decimal.of(value);
  return undefined;
}
