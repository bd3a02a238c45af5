import type { Season } from '../api/shop.ts';

interface SeasonWords {
  readonly season: Season;
  readonly name: string;
  readonly line: string;
}

/** The seasons with their texts, in order. Those of the northern hemisphere: the first one starts in March. */
export const seasons: readonly [SeasonWords, SeasonWords, SeasonWords, SeasonWords] = [
  { season: 'spring', name: 'Spring', line: 'Mud, buds, and a shell that keeps the rain where it is.' },
  { season: 'summer', name: 'Summer', line: 'Long light, light packs, and a bed between two trees.' },
  { season: 'autumn', name: 'Autumn', line: 'Wool, boots, and a lamp for the way home.' },
  { season: 'winter', name: 'Winter', line: 'Down, more down, and a tent that holds in a gale.' },
];

/** Returns all seasons in order, starting with the season of the day. */
export function seasonsFrom(day: Date): readonly [now: SeasonWords, ...next: SeasonWords[]] {
  // Meteorological seasons: spring is March to May.
  const current = Math.floor(((day.getMonth() + 10) % 12) / 3);
  const [now = seasons[0], ...next] = [...seasons.slice(current), ...seasons.slice(0, current)];
  return [now, ...next];
}

export const describeSeason = (season: string | undefined) => seasons.find((words) => words.season === season);

export function asSeason(text: unknown): Season | undefined {
  return seasons.find(({ season }) => season === text)?.season;
}
