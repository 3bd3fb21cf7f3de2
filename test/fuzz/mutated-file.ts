import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Chance } from "./chance";

type Mutation = (bytes: Uint8Array, chance: Chance) => Uint8Array;

const joined = (...pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

const flipped: Mutation = (bytes, { below }) => {
  const changed = bytes.slice();
  for (let times = 1 + below(4); times > 0; times -= 1) {
    const at = below(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << below(8));
  }
  return changed;
};

const cut: Mutation = (bytes, { below }) => bytes.slice(0, below(bytes.length + 1));

const spliced: Mutation = (bytes, { below }) => {
  const [from, to] = [below(bytes.length), below(bytes.length)];
  const length = below(Math.min(400, bytes.length) + 1);
  return joined(bytes.subarray(0, to), bytes.subarray(from, from + length), bytes.subarray(to + below(length + 1)));
};

const overwritten: Mutation = (bytes, { below, pick }) => {
  const changed = bytes.slice();
  const at = below(changed.length);
  return changed.fill(pick([0, 0xff, 0x41, 0x80]), at, at + below(64));
};

/** Sizes, counts and offsets of a compound file or a zip directory are small numbers at even places. */
const numbersChanged: Mutation = (bytes, { below, pick }) => {
  const changed = bytes.slice();
  for (let times = 1 + below(3); times > 0; times -= 1) {
    const at = below(Math.max(1, changed.length - 4)) & ~1;
    new DataView(changed.buffer).setUint16(at, pick([0, 1, 2, 0x7fff, 0xfffe, 0xffff]), true);
  }
  return changed;
};

const oddPieces: readonly string[] = [
  "<",
  ">",
  "&",
  "&#0;",
  "&#x110000;",
  '"',
  "]]>",
  "<![CDATA[1]]>",
  "<!-- 9 -->",
  "</row>",
  "<row>",
  '<row r="0">',
  '<row r="99999999">',
  '<c r="ZZZZ1"><v>1</v></c>',
  "<c><v>7</v></c>",
  "<v>12人</v>",
  "1e999",
  "NaN",
  "-",
  "_x0041_",
  ' t="s"',
  ' t="d"',
  ' t="str"',
  ' t="e"',
  ' s="999"',
  '<mergeCell ref="A1:XFD1048576"/>',
  ' table:number-columns-repeated="1000000"',
  ' table:number-rows-repeated="1000000"',
  ' colspan="100000"',
  ' ss:Index="100000000"',
  "\u0000",
  "\u202e",
];

function xmlMutated(text: string, { below, pick }: Chance): string {
  const at = below(text.length + 1);
  const length = below(40);
  switch (below(5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + text.slice(at, at + length).repeat(2 + below(3)) + text.slice(at + length);
    case 2:
      return text.slice(0, at) + pick(oddPieces) + text.slice(at);
    case 3: {
      const digits = [...text.matchAll(/\d+/gu)];
      if (digits.length === 0) return text;
      const digit = pick(digits);
      return text.slice(0, digit.index) + pick(["0", "-1", "", "9007199254740993", "1.5.2", "12人"]) + text.slice(digit.index + digit[0].length); // prettier-ignore
    }
    default:
      return text.slice(0, at) + text.slice(below(text.length + 1));
  }
}

/** One part of the archive changed inside, left out, or there twice. */
const partChanged: Mutation = (bytes, chance) => {
  const parts = unzipped(bytes);
  if (!parts) return textChanged(bytes, chance);
  const paths = Object.keys(parts);
  const path = chance.pick(paths);
  switch (chance.below(8)) {
    case 0:
      return zipSync(Object.fromEntries(paths.filter((other) => other !== path).map((other) => [other, parts[other] ?? new Uint8Array(0)]))); // prettier-ignore
    case 1:
      return zipSync({ ...parts, [`${path}.bak`]: parts[chance.pick(paths)] ?? new Uint8Array(0) });
    case 2:
      return renamedEntry(zipSync(parts), path, chance.pick(paths));
    default:
      return zipSync({ ...parts, [path]: strToU8(xmlMutated(strFromU8(parts[path] ?? new Uint8Array(0)), chance)) });
  }
};

const textChanged: Mutation = (bytes, chance) =>
  new Uint8Array(Buffer.from(xmlMutated(Buffer.from(bytes).toString("latin1"), chance), "latin1"));

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  try {
    const parts = unzipSync(bytes);
    return Object.keys(parts).length === 0 ? undefined : parts;
  } catch {
    return undefined;
  }
}

/** Two entries of one name, when their names are equally long. */
const renamedEntry = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  from.length === to.length
    ? new Uint8Array(Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1"))
    : bytes;

const mutations: readonly Mutation[] = [
  flipped,
  cut,
  spliced,
  overwritten,
  numbersChanged,
  partChanged,
  partChanged,
  partChanged,
  textChanged,
];

/** A file as it may arrive after an accident, or from someone who means harm. */
export const mutatedFile = (bytes: Uint8Array, chance: Chance): Uint8Array => chance.pick(mutations)(bytes, chance);
