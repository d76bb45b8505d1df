import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { coverageOf } from "./coverage.ts";
import { fontFiles } from "./fonts.ts";

const coverages = Object.entries(fontFiles).map(([name, file]) => ({ name, covers: coverageOf(readFileSync(file)) }));

for (const { name, covers } of coverages) {
  test(`the ${name} font has common and rare characters, and knows what it lacks`, () => {
    const has = (character: string) => covers(character.codePointAt(0) ?? 0);
    const wanted = [..."客服主管A0≥≤→÷×−（）％①·—“”㛃䶮𠅤龘玥堃喆翀𬱖𫖯𣲗"];
    assert.deepEqual(
      wanted.filter((character) => !has(character)),
      [],
    );
    assert.deepEqual([..."😀☐\u0001"].filter(has), []);
  });
}

test("both weights of the text font cover the same characters", () => {
  const [text, strong] = coverages;
  for (let codePoint = 0; codePoint <= 0x3ffff; codePoint++) {
    if (text?.covers(codePoint) !== strong?.covers(codePoint)) assert.fail(`U+${codePoint.toString(16)}`);
  }
});

test("a font without a wide character map is a packaging mistake and says so", () => {
  assert.throws(() => coverageOf(new Uint8Array(16)), /no table cmap/);
});
