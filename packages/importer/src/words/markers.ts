/**
 * Numbers and bullets that can begin an entry. `bare` needs its neighbours in turn, `line` only counts at the beginning
 * of a line, `heading` never numbers an entry but a chapter.
 */
export type MarkerUse = "anywhere" | "bare" | "line" | "heading";

export interface MarkerRow {
  readonly style: string;
  readonly pattern: string;
  readonly use: MarkerUse;
}

/** A figure before one of these is a quantity and no number of an entry (3年以上, 2.5 %). */
export const quantityAhead =
  "(?![\\d%‰°年个月天日号次名人位元万亿千百小时分秒周季级岁台件条款项点楼层寸倍成米公吨平岗类种家户笔单份期届维型室线大后])";

const hanziFigure = "[一二三四五六七八九十百壹贰叁参肆伍陆柒捌玖拾]{1,4}";

/** Patterns over normalised text; the first group is the figure. Special before general. */
export const markerRows: readonly MarkerRow[] = [
  { style: "chapter", pattern: `第(${hanziFigure}|\\d{1,3})[章节编](?:[、.:]|\\s)*`, use: "heading" },
  { style: "part", pattern: `第(${hanziFigure}|\\d{1,3})部分(?:[、.:]|\\s)*`, use: "heading" },
  { style: "article", pattern: `第(${hanziFigure}|\\d{1,3})条(?:[、.:]|\\s)*`, use: "line" },
  { style: "item", pattern: "([首其再最][先次者后])[,:]", use: "anywhere" },
  { style: "item", pattern: `第(${hanziFigure})[,:]`, use: "anywhere" },
  { style: "item", pattern: `第(${hanziFigure}|\\d{1,2})[款项点]?[、,:]`, use: "line" },
  { style: "(一)", pattern: `[(【\\[〔](${hanziFigure})[)】\\]〕][、.:]?\\s*`, use: "anywhere" },
  { style: "(1)", pattern: "[(【\\[〔](\\d{1,2})[)】\\]〕][、.:]?\\s*", use: "anywhere" },
  { style: "①", pattern: "([①-⑳⑴-⒇⒈-⒛❶-❿])[、.]?\\s*", use: "anywhere" },
  { style: "Ⅰ", pattern: "([Ⅰ-Ⅻⅰ-ⅻ])[、.:)]?\\s*", use: "anywhere" },
  { style: "一", pattern: `(${hanziFigure})(?:[、.)]|:(?=\\S))\\s*`, use: "anywhere" },
  { style: "其", pattern: `其([一二三四五六七八九十])[、,:]`, use: "anywhere" },
  { style: "是", pattern: `([一二三四五六七八九])是(?=\\p{Script=Han})`, use: "anywhere" },
  {
    style: "1.1",
    pattern: "(\\d{1,2}(?:\\.\\d{1,2}){1,3})(?!\\.?\\d|%|‰)(?:[、.:)]|(?=\\s|\\p{L}|$|[。;,]))\\s*",
    use: "line",
  },
  { style: "1、", pattern: "(\\d{1,3})、(?!\\d{1,3}[、号栋楼#期级类])\\s*", use: "anywhere" },
  { style: "1.", pattern: "(\\d{1,3})\\.(?!\\d)\\s*", use: "anywhere" },
  { style: "1\u20E3", pattern: "(\\d{1,2})\u20E3\\s*", use: "anywhere" },
  { style: "1.", pattern: "(\\d{1,3})\\.(?=\\d{1,2}(?:[-~—至]\\d{1,2})?\\s*(?:年|周?岁))", use: "anywhere" },
  { style: "1)", pattern: "(\\d{1,2})\\)[、.]?\\s*", use: "anywhere" },
  { style: "1,", pattern: "(\\d{1,2})[,;](?=\\s*\\p{Script=Han})", use: "line" },
  { style: "1:", pattern: "(\\d{1,2}):(?=\\p{Script=Han})", use: "line" },
  { style: "R", pattern: "([IVX]{1,4})(?:[.)、]\\s*|\\s(?=\\p{Script=Han}))", use: "line" },
  { style: "(a)", pattern: "[(]([a-z]|[ivx]{1,4})[)]\\s*", use: "line" },
  { style: "1a", pattern: "\\d{1,2}([a-z])[.)](?=\\s)\\s*", use: "line" },
  { style: "code", pattern: "[A-Z]{1,3}-?(\\d{1,3})\\s?[|]\\s*", use: "line" },
  { style: "i", pattern: "([ivx]{1,4})[.)]\\s+(?=\\S)", use: "line" },
  { style: "A.", pattern: "([A-Z])[.)、]\\s*(?=\\S)(?![A-Z]\\.)", use: "line" },
  { style: "a.", pattern: "([a-z])[.)、]\\s*(?=\\S)(?![a-z]\\.)", use: "line" },
  { style: "1", pattern: `(\\d{1,2})(?:[,;]|\\s*)(?=\\p{Script=Han})${quantityAhead}`, use: "bare" },
];

export const bullets = "‧∙⋅❯⁌⁍•▲△▼▽◉⊙✦✧●◆■□◇○▪▫▶►▸★☆※✓✔✅➢➤➔→❖◎♦⚫⬤\u00B7\u2022\uF0B7\uF0D8\uF06C\uF0FC√◦‣⁃";
