// What a session is remembered by, for the person who looks through the list of theirs. Coarse on purpose.

const browsers: [pattern: RegExp, name: string][] = [
  [/MicroMessenger\//, "WeChat"],
  [/Edg(A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/UCBrowser\//, "UC Browser"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: [pattern: RegExp, name: string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/HarmonyOS/, "HarmonyOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux|X11/, "Linux"],
];

export interface Device {
  browser: string;
  system: string;
}

/** How a browser names itself, as "Firefox|macOS"; empty when it names nothing we know. */
export function deviceOf(userAgent: string | null): string {
  const text = (userAgent ?? "").slice(0, 500);
  const browser = browsers.find(([pattern]) => pattern.test(text))?.[1];
  const system = systems.find(([pattern]) => pattern.test(text))?.[1];
  return browser && system ? `${browser}|${system}` : "";
}

export function readDevice(device: string): Device | null {
  const [browser, system] = device.split("|");
  return browser && system ? { browser, system } : null;
}

/** "Chrome, Linux", for a key that is made there; empty when it names nothing we know. */
export function deviceNameOf(userAgent: string | null): string {
  const device = readDevice(deviceOf(userAgent));
  return device ? `${device.browser}, ${device.system}` : "";
}

export function isHandheld({ system }: Device): boolean {
  return ["iPhone", "iPad", "Android", "HarmonyOS"].includes(system);
}

/** The part of an address that a household or a provider's cell shares: enough to tell places apart, too little to find anybody. */
export function networkOf(address: string): string {
  const ipv4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address);
  if (ipv4) return `${ipv4[1]}.0/24`;
  if (!address.includes(":")) return address.slice(0, 60);
  const [head = ""] = address.split("::");
  return `${head.split(":").slice(0, 3).join(":")}::/48`;
}
