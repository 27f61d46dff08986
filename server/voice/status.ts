// How the voice stands, for who sets it up: who speaks each language, which clips are missing or broken, what became of
// the command, and whether a sound came out at all.
import type { Plan } from '../hall/plan.ts'
import type { Chain } from './chain.ts'
import { neededClips } from './clips/needed.ts'
import { clipWords, cover } from './clips/words.ts'
import { forbidden, type Forbidden } from './command/allowed.ts'
import type { ClipFault, CommandFault, VoiceKind } from './part.ts'
import { announcementText, type Language, spokenOf, togetherText } from './words.ts'

export interface VoiceStatus {
  readonly languages: readonly SpeakingLanguage[]
  readonly clips: ClipsStatus | null
  readonly command: CommandStatus | null
}

export interface SpeakingLanguage {
  readonly language: Language
  /** Who says the announcements of most counters; another one may have to say what has no clip. */
  readonly by: VoiceKind
  /** An announcement as it could be today. */
  readonly sample: string
}

export interface ClipsStatus {
  readonly set: string
  /** How many words and phrases this hall needs. */
  readonly needed: number
  /** What is needed and not there: the file, and what it should say. */
  readonly missing: readonly { language: Language; file: string; says: string }[]
  readonly broken: readonly { language: Language; file: string; why: ClipFault }[]
}

export interface CommandStatus {
  readonly program: string
  readonly languages: readonly Language[]
  /** Why it is not run at all; null: it may be. */
  readonly forbidden: Forbidden | null
  /** What became of it at the last try; null: nothing bad. Times are milliseconds since 1970. */
  readonly fault: { why: CommandFault; detail: string; at: number; again: number } | null
}

/** What of the plan matters here. */
export type PlanForVoice = Pick<Plan, 'languages' | 'services' | 'counters' | 'voice'>

/** Looks at the disk and asks nobody. */
export async function voiceStatus(plan: PlanForVoice, chain: Chain, dataDir: string): Promise<VoiceStatus> {
  const languages = spokenOf(plan)
  const set = plan.voice?.clips
  const clips = set === undefined ? null : await clipsStatus(plan, chain, set, languages)
  const command = plan.voice?.command
  const commandStatus: CommandStatus | null = command
    ? {
        program: command.argv[0] ?? '',
        languages: command.languages,
        forbidden: await forbidden(dataDir, command.argv),
        fault: chain.rest.lastFault(command.argv),
      }
    : null
  const byClips = clips !== null && clips.missing.length === 0 && clips.broken.length === 0
  const byCommand = commandStatus !== null && !commandStatus.forbidden && !commandStatus.fault
  return {
    languages: languages.map((language) => ({
      language,
      by: byClips ? 'clips' : byCommand && command?.languages.includes(language) ? 'command' : 'espeak',
      sample: sampleOf(plan, language),
    })),
    clips,
    command: commandStatus,
  }
}

function sampleOf({ services, counters }: PlanForVoice, language: Language): string {
  const [counter] = counters
  if (!counter) return ''
  const prefix = services[0]?.prefix ?? 'A'
  return announcementText({
    number: `${prefix}012`,
    counterName: counter.name,
    counterLabel: counter.label,
    language,
  })
}

async function clipsStatus(
  plan: PlanForVoice,
  { clips: folder }: Chain,
  set: string,
  languages: readonly Language[],
): Promise<ClipsStatus> {
  const needed = neededClips(plan, languages)
  const missing: ClipsStatus['missing'][number][] = []
  const broken: ClipsStatus['broken'][number][] = []
  for (const language of languages) {
    const names = await folder.names(set, language)
    const has = (words: string) => names?.has(words) ?? false
    const lacking = new Set<string>()
    const used = new Set<string>()
    for (const words of sentencesOf(plan, language)) {
      const found = cover(words, has)
      for (const word of found.missing) lacking.add(word)
      for (const words of found.clips) used.add(words)
    }
    for (const { words } of needed.filter((one) => one.language === language)) {
      if (!cover(words, has).missing.some((word) => lacking.has(word))) continue
      missing.push({ language, file: `${words.join('-')}.wav`, says: words.join(' ') })
    }
    for (const words of [...used].sort()) {
      const file = names?.get(words) ?? ''
      const clip = await folder.clip(set, language, file)
      const why = clip === null ? 'unreadable' : await folder.faultOf(clip)
      if (why !== null) broken.push({ language, file, why })
    }
  }
  return { set, needed: needed.length, missing, broken }
}

/** Every stretch of every announcement that the plan can have: each counter, each letter, each digit. */
function sentencesOf({ services, counters }: PlanForVoice, language: Language): string[][] {
  const prefixes = [...new Set(services.map(({ prefix }) => prefix))]
  const texts = counters.flatMap(({ name, label }, nth) =>
    (nth === 0 ? prefixes : prefixes.slice(0, 1)).flatMap((prefix) => {
      const call = { number: `${prefix}0123456789`, counterName: name, counterLabel: label }
      return [announcementText({ ...call, language }), togetherText([call, call], language)]
    }),
  )
  const stretches = texts.flatMap((text) => clipWords(text, language))
  return [...new Map(stretches.map((words) => [words.join(' '), words])).values()]
}
