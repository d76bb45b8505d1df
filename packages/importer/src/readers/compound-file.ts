/** Where a stream begins, and its length in bytes. */
interface Entry {
  readonly start: number;
  readonly size: number;
}

/** From this value on a number of a sector is none. */
const lastSector = 0xfffffffa;
const miniSectorSize = 64;

/**
 * A compound file, in which Office kept its documents up to 2003: a little file system of streams, each a chain of
 * sectors. Format: [MS-CFB]. Broken chains throw a RangeError; sectors behind the end of the file read as zeros.
 */
export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #next: Uint32Array;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #miniNext: Uint32Array;
  readonly #mini: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(0x1e, true);
    if (shift !== 9 && shift !== 12) throw new RangeError(`Sectors of 2^${shift} bytes`);
    this.#sectorSize = 2 ** shift;
    this.#next = numbersIn(this.#joined(this.#tableSectors()));
    const directory = this.#chain(this.#view.getUint32(0x30, true));
    this.#entries = entriesIn(directory);
    this.#miniNext = numbersIn(this.#chain(this.#view.getUint32(0x3c, true)));
    const root = this.#entries.get("Root Entry");
    this.#mini = root ? this.#chain(root.start) : new Uint8Array();
  }

  /** A stream; undefined where there is none of the name. */
  stream(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    const whole =
      entry.size < this.#view.getUint32(0x38, true) ? this.#miniChain(entry.start) : this.#chain(entry.start);
    return whole.subarray(0, entry.size);
  }

  /** The sectors of the table of all chains: 109 are named in the header, more in sectors of their own. */
  #tableSectors(): number[] {
    const sectors = Array.from({ length: 109 }, (_, index) => this.#view.getUint32(0x4c + index * 4, true));
    const perSector = this.#sectorSize / 4 - 1;
    let more = this.#view.getUint32(0x44, true);
    for (let left = this.#view.getUint32(0x48, true); left > 0 && more < lastSector; left--) {
      const numbers = numbersIn(this.#sector(more).slice());
      sectors.push(...numbers.subarray(0, perSector));
      more = numbers[perSector] ?? lastSector;
    }
    return sectors.filter((sector) => sector < lastSector);
  }

  #chain(start: number): Uint8Array {
    return this.#joined(sectorsFrom(start, this.#next));
  }

  #miniChain(start: number): Uint8Array {
    const sectors = sectorsFrom(start, this.#miniNext);
    return joined(
      sectors.map((sector) => this.#mini.subarray(sector * miniSectorSize, (sector + 1) * miniSectorSize)),
      miniSectorSize,
    );
  }

  #joined(sectors: readonly number[]): Uint8Array {
    return joined(
      sectors.map((sector) => this.#sector(sector)),
      this.#sectorSize,
    );
  }

  #sector(number: number): Uint8Array {
    const start = (number + 1) * this.#sectorSize;
    return this.#bytes.subarray(start, start + this.#sectorSize);
  }
}

/** The numbers of a chain's sectors; a circle throws. */
function sectorsFrom(start: number, next: Uint32Array): number[] {
  const sectors: number[] = [];
  for (let at = start; at < lastSector; at = next[at] ?? lastSector) {
    if (sectors.length > next.length) throw new RangeError("A chain of sectors has no end");
    sectors.push(at);
  }
  return sectors;
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(pieces.length * size);
  for (const [index, piece] of pieces.entries()) whole.set(piece, index * size);
  return whole;
}

/** Little-endian numbers of four bytes. */
function numbersIn(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
}

function entriesIn(directory: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(view.getUint16(at + 0x40, true), 64);
    const name = new TextDecoder("utf-16le").decode(directory.subarray(at, at + Math.max(0, length - 2)));
    if (length > 0 && !entries.has(name))
      entries.set(name, { start: view.getUint32(at + 0x74, true), size: view.getUint32(at + 0x78, true) });
  }
  return entries;
}
