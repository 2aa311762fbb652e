import type { DwellingFacts, Toilet, WaterSource } from '@benvung/domain/household/household-facts';
import type { Landscape } from './places.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What a household's home is like where it is good and where it is lacking; it stays so over the years. */
export interface HomeTraits {
  readonly goodWater: WaterSource;
  readonly badWater: WaterSource;
  readonly goodToilet: Toilet;
  readonly badToilet: Toilet;
  /** Of wall, pillar and roof, the one that lasts in a house that is not durable. */
  readonly lasting: 'wall' | 'pillar' | 'roof' | 'none';
  readonly roomPerPerson: number;
  readonly crampedPerPerson: number;
  readonly phone: boolean;
  readonly loudspeaker: boolean;
}

export function drawHomeTraits(random: SeededRandom, landscape: Landscape): HomeTraits {
  const mountain = landscape === 'mountain';
  return {
    goodWater: random.weighted(
      mountain
        ? [
            ['protectedSpring', 60],
            ['piped', 25],
            ['drilledWell', 15],
          ]
        : [
            ['piped', 82],
            ['drilledWell', 12],
            ['protectedWell', 6],
          ],
    ),
    badWater: mountain
      ? random.pick(['unprotectedSpring', 'surface'])
      : random.pick(['unprotectedWell', 'surface']),
    goodToilet: random.weighted([
      ['septic', mountain ? 30 : 75],
      ['pourFlush', 20],
      ['doubleVault', mountain ? 25 : 3],
      ['ventilatedPit', mountain ? 25 : 2],
    ]),
    badToilet: random.chance(0.6) ? 'otherToilet' : 'noToilet',
    lasting: random.weighted([
      ['wall', 4],
      ['pillar', 4],
      ['roof', 3],
      ['none', 3],
    ]),
    roomPerPerson: random.between(9, 22),
    crampedPerPerson: random.between(5, 7),
    phone: random.chance(0.85),
    loudspeaker: random.chance(0.8),
  };
}

/** A dwelling that lacks exactly what `lacks` names, for that many persons. */
export function dwellingOf(
  traits: HomeTraits,
  persons: number,
  lacks: (indicator: 'quality' | 'area' | 'water' | 'toilet' | 'internet' | 'device') => boolean,
): DwellingFacts {
  const weak = lacks('quality');
  return {
    durableWall: !weak || traits.lasting === 'wall',
    durablePillar: !weak || traits.lasting === 'pillar',
    durableRoof: !weak || traits.lasting === 'roof',
    areaSquareMetres: persons * (lacks('area') ? traits.crampedPerPerson : traits.roomPerPerson),
    water: lacks('water') ? traits.badWater : traits.goodWater,
    toilet: lacks('toilet') ? traits.badToilet : traits.goodToilet,
    usesInternet: !lacks('internet'),
    usesPhoneSubscription: traits.phone,
    ownsInformationDevice: !lacks('device'),
    hearsLoudspeaker: traits.loudspeaker,
  };
}
