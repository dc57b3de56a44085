import { expect, test } from "vitest";
import { deviceOf, isHandheld, networkOf, readDevice } from "./device";

test.each([
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox|macOS"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0",
    "Edge|Windows",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36",
    "Chrome|Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari|iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/107 Mobile Safari/537.36 MicroMessenger/8.0.42",
    "WeChat|Android",
  ],
  ["curl/8.5.0", ""],
  ["<script>alert(1)</script>", ""],
])("%s is remembered as %s", (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));

test("a device is read back, and an unknown one is none", () => {
  expect(readDevice("Safari|iPhone")).toEqual({ browser: "Safari", system: "iPhone" });
  expect(readDevice("")).toBeNull();
  expect(isHandheld({ browser: "Chrome", system: "Android" })).toBe(true);
});

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:db8::1", "2001:db8::/48"],
  ["unknown", "unknown"],
])("%s is known as %s", (address, network) => expect(networkOf(address)).toBe(network));
