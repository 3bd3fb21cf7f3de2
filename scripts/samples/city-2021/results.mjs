/**
 * What the city's senior and vocational schools came to. Lists are by school, in roster order: 高中 under `examinations`,
 * 中职 and 高职 under `vocational`.
 */
export const resultsOf2021 = {
  examinations: {
    sat: 7860,
    first: 1264,
    second: 3021,
    high: [52, 24, 15, 11, 4, 4, 4, 3, 1],
    arts: [1, 1],
    science: [2, 0, 1],
    topUniversities: [6, 2, 1],
  },
  vocational: {
    filed: [
      { 产业学院数: 4, 职教集团数: 2, 毕业生数: 6640, 就业人数: 6322 },
      { 产业学院数: 3, 职教集团数: 1, 毕业生数: 5960, 就业人数: 5648 },
      { 产业学院数: 2, 职教集团数: 1, 毕业生数: 1360, 就业人数: 1318 },
      { 产业学院数: 0, 职教集团数: 0, 毕业生数: 940, 就业人数: 902 },
    ],
    won: {
      全国: { 一等奖: [1, 0, 0, 0], 二等奖: [1, 1, 0, 0], 三等奖: [2, 1, 1, 0] },
      自治区: { 一等奖: [5, 4, 2, 1], 二等奖: [8, 7, 4, 2], 三等奖: [11, 9, 7, 4] },
    },
  },
};

/** Together as the report compares: as many of the region's best ten, fewer high scores, everything else lower. */
export const resultsOf2020 = {
  examinations: {
    sat: 7735,
    first: 1158,
    second: 2874,
    high: [56, 28, 17, 13, 5, 4, 5, 3, 0],
    arts: [1, 1],
    science: [2, 1],
    topUniversities: [5, 3, 1],
  },
  vocational: {
    filed: [
      { 产业学院数: 3, 职教集团数: 2, 毕业生数: 6210, 就业人数: 5790 },
      { 产业学院数: 2, 职教集团数: 1, 毕业生数: 5650, 就业人数: 5254 },
      { 产业学院数: 1, 职教集团数: 1, 毕业生数: 1290, 就业人数: 1236 },
      { 产业学院数: 0, 职教集团数: 0, 毕业生数: 910, 就业人数: 868 },
      { 产业学院数: 0, 职教集团数: 0, 毕业生数: 240, 就业人数: 221 },
    ],
    won: {
      全国: { 一等奖: [0, 1, 0, 0, 0], 二等奖: [1, 1, 0, 0, 0], 三等奖: [2, 1, 0, 0, 0] },
      自治区: { 一等奖: [5, 4, 1, 1, 0], 二等奖: [7, 5, 3, 2, 0], 三等奖: [10, 7, 4, 2, 1] },
    },
  },
};
