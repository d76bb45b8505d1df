import assert from "node:assert/strict";
import { before, test } from "node:test";
import { learnPinyin, mayBePinyin, textQuery } from "./text-query.ts";

before(learnPinyin);

/** The marked stretches of the text. */
const marked = (query: string, text: string) =>
  textQuery(query)
    .match(text)
    ?.ranges.map(([start, end]) => text.slice(start, end));

test("any part of a Chinese text is found", () => {
  assert.deepEqual(marked("服主", "客服主管"), ["服主"]);
  assert.equal(marked("主服", "客服主管"), undefined);
});

test("a Chinese text is found by the initials of its pinyin", () => {
  assert.deepEqual(marked("kfzg", "客服主管"), ["客服主管"]);
  assert.deepEqual(marked("zg", "客服主管"), ["主管"]);
  assert.equal(marked("kfgz", "客服主管"), undefined);
});

test("a Chinese text is found by its whole pinyin, which need not be finished", () => {
  assert.deepEqual(marked("kefuzhuguan", "客服主管"), ["客服主管"]);
  assert.deepEqual(marked("kefuzhug", "客服主管"), ["客服主管"]);
  assert.deepEqual(marked("zhug", "客服主管"), ["主管"]);
});

test("initials of two letters, whole syllables and characters may be mixed", () => {
  assert.deepEqual(marked("kfzhg", "客服主管"), ["客服主管"]);
  assert.deepEqual(marked("客fzhuguan", "客服主管"), ["客服主管"]);
});

test("a character with several readings is found by each of them", () => {
  assert.ok(marked("kuaiji", "会计"));
  assert.ok(marked("huiyi", "会议"));
  assert.ok(marked("hangzheng", "行政"));
  assert.ok(marked("xingzheng", "行政"));
});

test("an apostrophe may part syllables, and ü is typed as v", () => {
  assert.ok(marked("xi'an", "西安"));
  assert.ok(marked("lvhua", "绿化领班"));
});

test("case, full-width letters and spaces make no difference", () => {
  assert.deepEqual(marked("KPI", "ｋｐｉ 指标"), ["ｋｐｉ"]);
  assert.deepEqual(marked("5%", "≥ 5 %"), ["5 %"]);
});

test("every word of a query must be found, in any order", () => {
  assert.deepEqual(marked("supervisor shop", "Shop supervisor"), ["Shop", "supervisor"]);
  assert.equal(marked("shop manager", "Shop supervisor"), undefined);
});

test("the words of a query may be found in different texts of one thing", () => {
  assert.ok(textQuery("主管 物业").matches(["客服主管", null, "物业服务中心"]));
  assert.ok(!textQuery("主管 电商").matches(["客服主管", "物业服务中心"]));
});

test("what is written so comes before what is only read so, and a beginning before a middle", () => {
  const score = (query: string, text: string) => textQuery(query).match(text)?.score ?? 0;
  assert.ok(score("主管", "主管") > score("主管", "客服主管"));
  assert.ok(score("主管", "主管会计") > score("主管", "客服主管"));
  assert.ok(score("it", "IT 运维") > score("it", "爱同"));
});

test("nothing typed is found everywhere, and only letters ask for pinyin", () => {
  assert.ok(textQuery(" ").empty);
  assert.deepEqual(textQuery(" ").match("客服主管")?.ranges, []);
  assert.ok(mayBePinyin("kf"));
  assert.ok(!mayBePinyin("客服"));
});
