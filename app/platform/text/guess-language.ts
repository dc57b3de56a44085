const han = /\p{Script=Han}/gu;
const latinWords = /[\p{Script=Latin}][\p{Script=Latin}\p{M}'’-]*/gu;
const notProse = /```[\s\S]*?(?:```|$)|`[^`\n]*`|https?:\/\/\S+/g;
const hanPerWord = 1.7; // average length of a Chinese word in running text
const sampleLength = 4000;

/**
 * Which of the two languages a text is written in. Technical Chinese is full of English terms and pasted logs, rarely the
 * other way round: a third of Chinese words is enough, and an eighth when there is a whole sentence of them, so that one
 * quoted Chinese label does not make an English text Chinese. Code and addresses do not count.
 */
export function guessLanguage(text: string): "en" | "zh" {
  const prose = text.slice(0, sampleLength).replace(notProse, " ");
  const chinese = count(prose, han) / hanPerWord;
  const english = count(prose, latinWords);
  if (chinese === 0) return "en";
  const share = chinese / (chinese + english);
  return share >= 0.3 || (chinese >= 5 && share >= 0.12) ? "zh" : "en";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
