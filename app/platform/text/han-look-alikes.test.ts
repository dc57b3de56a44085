import { expect, test } from "vitest";
import { hanLooks } from "./han-look-alikes";

test.each([
  ["曰本", "日本"],
  ["自已", "自己"],
  ["周末", "周未"],
  ["官⽅", "官方"],
  ["容戶", "客户"],
  ["管理員", "菅埋员"],
])("%s can be taken for %s", (one, other) => expect(hanLooks(one)).toBe(hanLooks(other)));

test.each([
  ["王小明", "玉小明"],
  ["客服", "客户"],
  ["mark", "rnark"],
])("%s and %s are left apart", (one, other) => expect(hanLooks(one)).not.toBe(hanLooks(other)));
