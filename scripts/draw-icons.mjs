// Draws the add-in's icons: rising bars above two lines of text, on a rounded blue square. Run after changing the picture.
import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const [blue, white] = [
  [15, 108, 189],
  [255, 255, 255],
];
const samples = 4;

/** Rectangles in 1/32 of the icon: left, top, right, bottom. */
const bars = [
  [7, 13, 11, 19],
  [14, 9, 18, 19],
  [21, 5, 25, 19],
  [7, 21.5, 25, 23.5],
  [7, 25, 19, 27],
];

function isInSquare(x, y) {
  const radius = 6;
  const [dx, dy] = [x, y].map((at) => Math.max(radius - at, at - (32 - radius), 0));
  return dx * dx + dy * dy <= radius * radius;
}

const isInBar = (x, y) => bars.some(([left, top, right, bottom]) => x >= left && x < right && y >= top && y < bottom);

function pixel(size, column, row) {
  let [covered, lit] = [0, 0];
  for (let i = 0; i < samples * samples; i += 1) {
    const x = ((column + ((i % samples) + 0.5) / samples) * 32) / size;
    const y = ((row + (Math.floor(i / samples) + 0.5) / samples) * 32) / size;
    if (!isInSquare(x, y)) continue;
    covered += 1;
    if (isInBar(x, y)) lit += 1;
  }
  const share = covered === 0 ? 0 : lit / covered;
  const color = blue.map((part, index) => Math.round(part + (white[index] - part) * share));
  return [...color, Math.round((covered * 255) / (samples * samples))];
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, row) => [
    0,
    ...Array.from({ length: size }, (__, column) => pixel(size, column, row)).flat(),
  ]);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

for (const size of [16, 32, 64, 80]) writeFileSync(new URL(`../assets/icon-${size}.png`, import.meta.url), png(size));
