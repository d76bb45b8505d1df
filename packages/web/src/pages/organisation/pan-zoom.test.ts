import assert from "node:assert/strict";
import { test } from "node:test";
import { begun, fitted, pinchOf, zoomed } from "./pan-zoom.ts";

test("zooming keeps the point under the pointer where it is", () => {
  const before = { x: 40, y: 10, scale: 1 };
  const point = { x: 200, y: 100 };
  const after = zoomed(before, 1.5, point);
  const at = ({ x, y, scale }: typeof before) => [(point.x - x) / scale, (point.y - y) / scale];
  assert.deepEqual(at(after).map(Math.round), at(before).map(Math.round));
});

test("zooming has bounds on both sides", () => {
  const middle = { x: 0, y: 0 };
  assert.equal(zoomed({ x: 0, y: 0, scale: 2 }, 10, middle).scale, 2.5);
  assert.equal(zoomed({ x: 0, y: 0, scale: 1 }, 0.01, middle).scale, 0.2);
});

test("a small drawing stands in the middle at its own size, a large one is made to fit", () => {
  const room = { width: 1000, height: 600 };
  assert.deepEqual(fitted({ room, drawing: { left: -100, width: 200, height: 100 } }), { scale: 1, x: 500, y: 32 });
  const large = fitted({ room, drawing: { left: 0, width: 1872, height: 100 } });
  assert.equal(large.scale, 0.5);
  assert.equal(large.x, 32);
});

test("a pinch is known by its middle and width", () => {
  assert.deepEqual(
    pinchOf([
      { x: 0, y: 0 },
      { x: 6, y: 8 },
    ]),
    { x: 3, y: 4, apart: 10 },
  );
  assert.equal(pinchOf([{ x: 0, y: 0 }]), undefined);
});

test("a chart too large to be read whole begins at its upper left, in letters that can be read", () => {
  const room = { width: 1000, height: 600 };
  const small = { left: 0, width: 900, height: 500 };
  assert.deepEqual(begun({ room, drawing: small }), fitted({ room, drawing: small }));
  const large = { left: -40, width: 3000, height: 2000 };
  const { x, y, scale } = begun({ room, drawing: large });
  assert.ok(scale > fitted({ room, drawing: large }).scale);
  assert.equal(Math.round(large.left * scale + x), y);
});
