import assert from "node:assert/strict";
import { test } from "node:test";
import { membersOf } from "./members.ts";

const said = (text: string) => membersOf(text).map(({ key, start, end, home }) => [key, text.slice(start, end), home]);

test("members are told with their value and the member they stand in, also where a key stands twice", () => {
  const text = '{ "duties": { "a": { "n": [{ "x": 1 }] }, /* "no": 1 */ "a": true } }';
  assert.deepEqual(said(text), [
    ['"duties"', text.slice(2, -2), ""],
    ['"a"', '"a": { "n": [{ "x": 1 }] }', '"duties"'],
    ['"n"', '"n": [{ "x": 1 }]', '"a"'],
    ['"x"', '"x": 1', ""],
    ['"a"', '"a": true', '"duties"'],
  ]);
});

test("commas that are missing or too many, brackets that never open, and pieces of a text are borne", () => {
  assert.deepEqual(said('"a": 1 "b": {}, , "c": "x", ] } "d": 2 "e": {'), [
    ['"a"', '"a": 1', ""],
    ['"b"', '"b": {}', ""],
    ['"c"', '"c": "x"', ""],
    ['"d"', '"d": 2', ""],
  ]);
});

test("a text in a list is no key, whatever comes behind it", () => {
  assert.deepEqual(said('{ "list": ["a": 1] }'), [['"list"', '"list": ["a": 1]', ""]]);
});
