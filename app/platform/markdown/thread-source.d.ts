// Made by worker-source-plugin.js.
declare module "*?thread" {
  const source: string;
  export default source;
}
