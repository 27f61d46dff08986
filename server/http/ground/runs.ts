// Work that goes on for a while after somebody asked for it (simulations, evaluation packs): it is listed, followed,
// cancelled or forgotten in the same way, whatever it is. Each kind has its own route to begin it.
import { type TSchema, Type } from 'typebox'
import type { Code } from './codes.ts'
import { meantBody } from './meant.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { closed, IdParams, Nothing } from './schemas.ts'

/** What every run says about itself. */
export const runFields = {
  id: Type.String(),
  by: Type.String({ description: 'The name of the person who asked for it' }),
  at: Type.String(),
  share: Type.Number({ minimum: 0, maximum: 1, description: 'How much is done' }),
}

/** The answer to a request for a run: the id it will have. */
export const begun = { 202: Type.Object({ id: Type.String() }, closed) }

interface Asked {
  readonly id: string
  /** Who asked for it, by staff id, and when, milliseconds since 1970. */
  readonly by: string
  readonly at: number
}

/**
 * The same with the name of the person who asked, and the time as the contract has it. @param nameOf the name of an
 * account, or its id
 */
export function toldRun<Run extends Asked>(run: Run, nameOf: (staff: string) => string) {
  return { ...run, by: nameOf(run.by), at: new Date(run.at).toISOString() }
}

interface Runs<Run> {
  /** The newest first. */
  list(): readonly Run[]
  find(id: string): Run | null
  /** Cancels one that is under way, forgets one that is over. False: there is no such run. */
  drop(id: string): boolean | Promise<boolean>
}

/** The words of a description: an id for each route, and what it does. */
interface Described {
  readonly list: readonly [operationId: string, summary: string]
  readonly one: readonly [operationId: string, summary: string]
  readonly drop: readonly [operationId: string, summary: string]
}

interface RunRoutes<Run> {
  readonly at: `/api/${string}`
  readonly tags: string[]
  readonly runs: Runs<Run>
  /** The property of the list's answer. */
  readonly plural: string
  readonly answer: TSchema
  /** What is sent of a run, as `answer` describes it. */
  readonly said: (run: Run) => unknown
  readonly unknown: Code
  readonly described: Described
}

/** Adds the list, `…/:id`, and its `DELETE`. */
export function addRuns<Run>(app: App, parts: RunRoutes<Run>): void {
  const { at, tags, runs, plural, answer, said, unknown, described } = parts
  const about = ([operationId, summary]: Described['list']) => ({ operationId, summary, tags })

  app.get(
    at,
    {
      schema: {
        ...about(described.list),
        response: { 200: Type.Object({ [plural]: Type.Array(answer) }, closed) },
      },
    },
    async () => ({ [plural]: runs.list().map(said) }),
  )

  app.get(
    `${at}/:id`,
    {
      schema: { ...about(described.one), params: IdParams, response: { 200: answer } },
      config: { problems: [unknown] },
    },
    async (request, reply) => {
      const run = runs.find((request.params as { id: string }).id)
      return run ? said(run) : refuse(reply, unknown)
    },
  )

  app.delete(
    `${at}/:id`,
    {
      schema: {
        ...about(described.drop),
        params: IdParams,
        querystring: meantBody({}),
        response: { 200: Nothing },
      },
      config: { problems: [unknown] },
    },
    async (request, reply) =>
      (await runs.drop((request.params as { id: string }).id)) ? {} : refuse(reply, unknown),
  )
}
