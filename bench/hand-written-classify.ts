import type { HouseholdFacts } from '@benvung/domain/household/household-facts';

/**
 * What a programmer would write for VN-2022 and nothing else: constants in code, one pass, no explanation.
 * The peer our compiled, versioned rules are measured against; both must give the same classes.
 * @returns the place of the class in HOUSEHOLD_CLASSES.
 */
export function handWrittenClassify(facts: HouseholdFacts, scoreA: number): number {
  if (scoreA > (facts.areaType === 'rural' ? 140 : 175)) return 3;
  const today = facts.surveyDay;
  const year = Number(today.slice(0, 4));
  const monthDay = today.slice(5);
  const members = facts.members;
  let jobs = 0;
  let jobsOpen = 0;
  let dependents = 0;
  let dependentsOpen = 0;
  let nutrition = 0;
  let nutritionOpen = 0;
  let insurance = 0;
  let insuranceOpen = 0;
  let adults = 0;
  let adultsOpen = 0;
  let pupils = 0;
  let pupilsOpen = 0;
  for (const member of members) {
    let oldest = 110;
    let youngest = 0;
    const birth = member.birthDate;
    if (birth !== null) {
      oldest = year - Number(birth.slice(0, 4));
      youngest = oldest;
      if (birth.length < 10) youngest -= 1;
      else if (birth.slice(5) > monthDay) {
        youngest -= 1;
        oldest -= 1;
      }
      if (youngest < 0) youngest = 0;
      if (oldest < 0) oldest = 0;
    }

    const labour = member.labourStatus;
    const jobless = labour === 'unemployed' || labour === 'wageWorkWithoutContract';
    if (jobless || labour === null) {
      if (youngest >= 16 && oldest < 60 && jobless) jobs += 1;
      else if (oldest >= 16 && youngest < 60) jobsOpen += 1;
    }

    const allowance = member.monthlyAllowance;
    if (oldest < 16) dependents += 1;
    else if (
      allowance === 'none' ||
      allowance === 'pension' ||
      allowance === 'merit' ||
      allowance === 'socialInsurance'
    ) {
      if (youngest < 16) dependentsOpen += 1;
    } else if (
      allowance !== null &&
      (youngest >= 60 || member.disabilityForm !== null) &&
      (allowance === 'socialAssistance' ||
        allowance === 'elderly' ||
        allowance === 'disability' ||
        allowance === 'orphan' ||
        allowance === 'singleParent' ||
        allowance === 'socialPension')
    )
      dependents += 1;
    else dependentsOpen += 1;

    if (youngest < 16 && member.nutrition !== 'normal') {
      if (oldest < 16 && member.nutrition !== null) nutrition += 1;
      else nutritionOpen += 1;
    }

    if (oldest >= 6 && member.healthInsurance !== true) {
      if (youngest >= 6 && member.healthInsurance === false) insurance += 1;
      else insuranceOpen += 1;
    }

    for (let age = youngest, first = true; age <= oldest; age += 1, first = false) {
      const adult = adultState(member.educationFinished, member.attending, member.vocationalCertificate, age);
      const pupil = pupilState(member.attending, age);
      if (first && youngest === oldest) {
        if (adult === 1) adults += 1;
        else if (adult === 2) adultsOpen += 1;
        if (pupil === 1) pupils += 1;
        else if (pupil === 2) pupilsOpen += 1;
      } else if (first) {
        let adultAll = adult === 1;
        let adultAny = adult !== 0;
        let pupilAll = pupil === 1;
        let pupilAny = pupil !== 0;
        for (let other = age + 1; other <= oldest; other += 1) {
          const a = adultState(
            member.educationFinished,
            member.attending,
            member.vocationalCertificate,
            other,
          );
          const p = pupilState(member.attending, other);
          adultAll &&= a === 1;
          adultAny ||= a !== 0;
          pupilAll &&= p === 1;
          pupilAny ||= p !== 0;
        }
        if (adultAll) adults += 1;
        else if (adultAny) adultsOpen += 1;
        if (pupilAll) pupils += 1;
        else if (pupilAny) pupilsOpen += 1;
        break;
      }
    }
  }

  let known = 0;
  let open = 0;
  if (jobs > 0) known += 1;
  else if (jobsOpen > 0) open += 1;
  if (dependents * 2 > members.length) known += 1;
  else if ((dependents + dependentsOpen) * 2 > members.length) open += 1;
  if (nutrition > 0) known += 1;
  else if (nutritionOpen > 0) open += 1;
  if (insurance > 0) known += 1;
  else if (insuranceOpen > 0) open += 1;
  if (adults > 0) known += 1;
  else if (adultsOpen > 0) open += 1;
  if (pupils > 0) known += 1;
  else if (pupilsOpen > 0) open += 1;

  const home = facts.dwelling;
  const weak =
    (home.durableWall === false ? 1 : 0) +
    (home.durablePillar === false ? 1 : 0) +
    (home.durableRoof === false ? 1 : 0);
  const notSeen =
    (home.durableWall === null ? 1 : 0) +
    (home.durablePillar === null ? 1 : 0) +
    (home.durableRoof === null ? 1 : 0);
  if (weak >= 2) known += 1;
  else if (weak + notSeen >= 2) open += 1;
  if (home.areaSquareMetres === null) open += 1;
  else if (home.areaSquareMetres < 8 * members.length) known += 1;
  const water = home.water;
  if (water === null) open += 1;
  else if (
    water !== 'piped' &&
    water !== 'drilledWell' &&
    water !== 'protectedWell' &&
    water !== 'protectedSpring' &&
    water !== 'rain' &&
    water !== 'bottled'
  )
    known += 1;
  const toilet = home.toilet;
  if (toilet === null) open += 1;
  else if (toilet === 'otherToilet' || toilet === 'noToilet') known += 1;
  if (home.usesInternet === false) known += 1;
  else if (home.usesInternet === null) open += 1;
  if (home.ownsInformationDevice === false) known += 1;
  else if (home.ownsInformationDevice === null) open += 1;

  if (known >= 3) return 0;
  return known + open < 3 ? 1 : 4;
}

const UPPER_SECONDARY_OR_MORE = new Set([
  'upperSecondary',
  'elementaryVocational',
  'intermediateVocational',
  'college',
  'university',
  'postgraduate',
]);
const LOWER_SECONDARY_OR_MORE = new Set(['lowerSecondary', ...UPPER_SECONDARY_OR_MORE]);

/** 0 well, 1 lacking, 2 not known. */
function adultState(
  finished: string | null,
  attending: string | null,
  certificate: boolean | null,
  age: number,
): number {
  if (age < 16 || age > 30) return 0;
  if (attending !== null && attending !== 'no') return 0;
  if (certificate === true) return 0;
  const enough = age < 18 ? LOWER_SECONDARY_OR_MORE : UPPER_SECONDARY_OR_MORE;
  if (finished !== null && enough.has(finished)) return 0;
  return attending === null || certificate === null || finished === null ? 2 : 1;
}

const RANK: Record<string, number> = {
  no: 0,
  preschool: 1,
  primary: 2,
  lowerSecondary: 3,
  upperSecondary: 4,
  vocational: 5,
  higher: 6,
};

function pupilState(attending: string | null, age: number): number {
  if (age < 3 || age >= 16) return 0;
  if (attending === null) return 2;
  const wanted = age < 6 ? 1 : age < 12 ? 2 : 3;
  return (RANK[attending] as number) >= wanted ? 0 : 1;
}
