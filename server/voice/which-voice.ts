// Which voices are tried for an announcement, the best first: recorded clips, a command, and eSpeak, which stands behind
// them always. What failed is remembered, so that it is not tried at every call.
import type { VoiceRules } from '../hall/equipment.ts'
import { type ClipFolder, openClips } from './clips/folder.ts'
import { clipWords, cover } from './clips/words.ts'
import { type CommandRest, createRest, forbidden } from './command/allowed.ts'
import type { Attempt, Clip, Part } from './job.ts'
import type { VoiceLog } from './log.ts'
import type { Made } from './synthesise.ts'
import type { Language } from './text/announcement.ts'
import type { Utterance } from './text/lines.ts'

/** One text in all its forms: as it is shown, as a voice must say it, and as eSpeak is told. */
export interface Line {
  readonly language: Language
  readonly text: string
  readonly spoken: string
  readonly utterance: Utterance
}

export interface Chain {
  readonly clips: ClipFolder
  readonly rest: CommandRest
  /** Who should say these lines before eSpeak does; `insist`: a command that rests is tried all the same. */
  better(lines: readonly Line[], rules: VoiceRules | undefined, insist: boolean): Promise<Attempt[]>
  /** What became of it. */
  learn(attempts: readonly Attempt[], made: Made): void
}

/** `dataDir` is where clips and the list of commands stand; `now`, milliseconds since 1970. */
export function createChain(given: { dataDir: string; now: () => number; log: VoiceLog }): Chain {
  const clips = openClips(`${given.dataDir}/clips`)
  const rest = createRest(given.now)

  async function byClips(lines: readonly Line[], set: string): Promise<Attempt | null> {
    const parts: Part[] = []
    for (const { language, text } of lines) {
      const joined = await clipsOf(clips, set, language, text)
      if (joined === null) return null
      parts.push({ clips: joined })
    }
    return { by: 'clips', parts }
  }

  return {
    clips,
    rest,
    async better(lines, rules, insist) {
      const joined = rules?.clips === undefined ? null : await byClips(lines, rules.clips)
      const command = rules?.command
      const runs =
        command !== undefined &&
        lines.some(({ language }) => command.languages.includes(language)) &&
        (insist || rest.mayTry(command.argv)) &&
        (await forbidden(given.dataDir, command.argv)) === null
      if (!runs) return joined ? [joined] : []
      const parts = lines.map(({ language, spoken, utterance }): Part =>
        command.languages.includes(language) ? { argv: command.argv, text: spoken } : utterance,
      )
      return [...(joined ? [joined] : []), { by: 'command', parts }]
    },
    learn(attempts, { by, faults }) {
      const argv = attempts.flatMap(({ parts }) =>
        parts.flatMap((part) => ('argv' in part ? [part.argv] : [])),
      )[0]
      for (const fault of faults) {
        if (fault.by === 'clips') clips.failed(fault, fault.why)
        else if (argv) rest.failed(argv, fault.why, fault.detail)
        // Not its last words: they may hold what was to be said.
        given.log.warn({ by: fault.by, why: fault.why }, 'voice: another voice had to speak')
      }
      if (by === 'command' && argv) rest.spoke(argv)
    },
  }
}

/** The clips that say a text, or null where one is missing or broken. */
async function clipsOf(
  folder: ClipFolder,
  set: string,
  language: Language,
  text: string,
): Promise<(Clip | 'pause')[] | null> {
  const names = await folder.names(set, language)
  if (names === null) return null
  const result: (Clip | 'pause')[] = []
  for (const words of clipWords(text, language)) {
    const { clips, missing } = cover(words, (clip) => names.has(clip))
    if (missing.length > 0) return null
    if (result.length > 0) result.push('pause')
    for (const words of clips) {
      const clip = await folder.clip(set, language, names.get(words) ?? '')
      if (clip === null || (await folder.faultOf(clip)) !== null) return null
      result.push(clip)
    }
  }
  return result
}
