// Rules Y: what a hall is through its day, and what is left of the day before.
import { expect, it } from 'vitest'
import { callNext, finish, open, start, take, undo } from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

/** A002 is being served at midnight, and the next morning has come. */
function servedOverNight(): Story {
  const story = given(rulesPlan, '15:00', open('loket-1'), take('old-1', ['kk']), take('old-2', ['kk']))
  for (const _ of ['old-1', 'old-2']) {
    story.does(callNext('loket-1'))
    story.does(start('loket-1'))
    if (story.present('loket-1') === 'old-1') story.does(finish('loket-1'))
  }
  return story.nextDay('08:00')
}

const numbers = (story: Story, ...visits: string[]) => visits.map((id) => story.visit(id).number)

it('[Y1] a number that still stands at a counter is not given again', () => {
  const story = servedOverNight()
  expect(story.visit('old-2').number).toBe('A002')
  for (const id of ['a', 'b', 'c']) story.does(take(id, ['kk']))
  expect(numbers(story, 'a', 'b', 'c')).toEqual(['A001', 'A003', 'A004'])
})

it('[Y1] a number that still stands at a counter is not given again: once its visitor has left, it is', () => {
  const story = servedOverNight()
  story.does(finish('loket-1'))
  for (const id of ['a', 'b']) story.does(take(id, ['kk']))
  expect(numbers(story, 'a', 'b')).toEqual(['A001', 'A002'])
})

it('[Y1] a number that still stands at a counter is not given again: nor to who takes none at the kiosk', () => {
  const story = servedOverNight()
  story.does(take('a', ['kk']))
  story.does(open('loket-2'))
  const serve = {
    type: 'serve',
    counter: 'loket-2',
    staff: 'budi',
    visit: 'b',
    token: 'token-b',
    call: 'call-b',
    services: ['kk'],
    missing: [],
    priority: false,
    comeToMe: false,
    language: null,
  } as const
  story.does(serve)
  expect(story.visit('b').number).toBe('A003')
  story.does(undo('loket-2'))
  story.does(take('c', ['kk']))
  expect(story.visit('c').number).toBe('A004')
})
