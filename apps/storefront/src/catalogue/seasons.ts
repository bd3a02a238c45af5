import type { Season } from '../api/shop.ts';

interface SeasonWords {
  readonly season: Season;
  readonly name: string;
  readonly line: string;
}

/** The seasons in the words of the shop, as they follow each other. The year of the north: the first begins with March. */
export const seasons: readonly [SeasonWords, SeasonWords, SeasonWords, SeasonWords] = [
  { season: 'spring', name: 'Spring', line: 'Mud, buds, and a shell that keeps the rain where it is.' },
  { season: 'summer', name: 'Summer', line: 'Long light, light packs, and a bed between two trees.' },
  { season: 'autumn', name: 'Autumn', line: 'Wool, boots, and a lamp for the way home.' },
  { season: 'winter', name: 'Winter', line: 'Down, more down, and a tent that holds in a gale.' },
];

/** All seasons, the one of a day first and the others in the order in which they come. */
export function seasonsFrom(day: Date): readonly [now: SeasonWords, ...next: SeasonWords[]] {
  // Spring is March to May, by the months and not by the sun: the shop changes its window at the turn of a month.
  const current = Math.floor(((day.getMonth() + 10) % 12) / 3);
  const [now = seasons[0], ...next] = [...seasons.slice(current), ...seasons.slice(0, current)];
  return [now, ...next];
}

export const seasonWords = (season: string | undefined) => seasons.find((words) => words.season === season);

export function asSeason(text: unknown): Season | undefined {
  return seasons.find(({ season }) => season === text)?.season;
}
