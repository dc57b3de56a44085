const size = 64 * 1024;

const pieces = [
  ...'a|_a|a_|*a|**a|*a **b |_|*|**|***|~|~~a|`|``|`a|[|![|]|[]|[a|[a](|[a](b|[a](<b|[a](b "c|[a][b]|[a]:b\n'.split(
    "|",
  ),
  ...'![a](b)|[![|[a](b)[|](|(|)|<|<a |<a b="|<!--|<?|<![CDATA[|</|<a@b|a@b.c |a@|@a|@ab |@名字|#1 |a#1 |http://|www.a.'.split(
    "|",
  ),
  ..."https://a.b/(|>|>\n|> a\n|- |- a\n|* |1. |1) a\n| |\t|\n| \n|    a\n|#|# a\n|=\n|a\n=\n|a\n\n|a\n|a  \n|\\|\\*|\\\n".split(
    "|",
  ),
  ..."&|&amp;|&#64;|&#x|&#8238;|```\n|```js\n|~~~\n|```\na\n```\n|- [ ] |- [x] a\n|😀|字|**字：**|<details>\n|<div>\n|- > ".split(
    "|",
  ),
  ..."**_|_*|*_a|**a*|_a_|[a*](b*|*[a](b)|`*a`|[^1]|\u0000|\u00a0|   - a\n|*a_b|~~*a|mailto:|> > a\n|[\\|`\\|[a]: <|*\n|e\u0301|\u202e".split(
    "|",
  ),
  "a|b\n",
  "|a",
  "|a|b|\n|-|-|\n",
  "|-",
];

/** Documents of about 64 kB that are as much work as possible, by a name for the report. */
export function hostileDocuments(): [name: string, source: string][] {
  const repeated = pieces.flatMap((piece): [string, string][] => {
    const whole = piece.repeat(size / piece.length);
    const paragraphs = `${piece.repeat(4900 / piece.length)}\n\n`.repeat(12);
    return [
      [JSON.stringify(piece), whole],
      [`x${JSON.stringify(piece)}y`, `x${whole}y`],
      [`paragraphs of ${JSON.stringify(piece)}`, paragraphs],
    ];
  });
  return [...repeated, ...nested(), ...amplified()];
}

function nested(): [string, string][] {
  const stairs = (line: (depth: number) => string, count: number) =>
    Array.from({ length: count }, (_, index) => line(index % 20)).join("\n");
  return [
    ["2,000 quotes in one another", ">".repeat(2000)],
    ["quotes with lazy lines", `${"> ".repeat(20)}a\nb\n\n`.repeat(1200)],
    ["quotes going up", stairs((depth) => `${"> ".repeat(depth + 1)}a\nlazy`, 2500)],
    ["quotes going down", stairs((depth) => `${"> ".repeat(20 - depth)}a`, 2500)],
    ["lists going up", stairs((depth) => `${"  ".repeat(depth)}- a`, 1200)],
    ["lists in quotes", stairs((depth) => `${"> - ".repeat((depth % 10) + 1)}a\nlazy`, 1500)],
    ["quotes in lists", stairs((depth) => `${"- > ".repeat((depth % 10) + 1)}a\nlazy`, 1500)],
    ["emphasis in emphasis", `${"*a **b ".repeat(200)}${"c** d*".repeat(200)}\n\n`.repeat(20)],
    ["links in links", `${"[".repeat(300)}a${"](b)".repeat(300)}\n\n`.repeat(40)],
    ["pictures in pictures", `${"![".repeat(300)}a${"](b)".repeat(300)}\n\n`.repeat(40)],
    ["_a 10,000 times", "_a".repeat(10_000)],
  ];
}

function amplified(): [string, string][] {
  return [
    ["one long address, many references", `[a]: http://e.x/${"u".repeat(1900)}\n\n${"[a]".repeat(20_000)}`],
    ["a wide table", `${"|a".repeat(15_000)}|\n${"|-".repeat(15_000)}|\n`],
    ["a table of empty rows", `${"|a".repeat(39)}|\n${"|-".repeat(39)}|\n${"|\n".repeat(30_000)}`],
    ["many tables", `${"|a".repeat(30)}|\n${"|-".repeat(30)}|\n${"|\n".repeat(100)}\n`.repeat(100)],
    ["an address full of brackets", `http://a.b/${"(".repeat(4900)}\n\n`.repeat(12)],
    ["an address full of marks", `http://a.b/${"?!".repeat(2400)}\n\n`.repeat(12)],
    ["a mail address of many dots", `a.${"b.".repeat(2400)}@c\n\n`.repeat(12)],
    ["spaces in a line", `a${" ".repeat(4900)}b\n\n`.repeat(12)],
    ["a Han name without end", `@${"字".repeat(60_000)}`],
    ["letters under marks", `Z${"\u0301".repeat(100)}`.repeat(600)],
    ["code left open", `\`\`\`js\n${"var a = 1;\n".repeat(5900)}`],
    ["a title left open", `[a]: b "${"c\n".repeat(30_000)}`],
  ];
}
