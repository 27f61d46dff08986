// One thing of the plan under its name: its fields, and the way back to the list.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import { type ListName, thingsOf } from '../draft/edit.ts'
import { faultsAt } from '../draft/faults.ts'
import { cameFrom, here, pathTo } from '../shell/way.ts'
import { formText } from './texts.ts'
import { Faults } from './fields.tsx'

interface ThingPageProps {
  list: ListName
  id: string
  section: string
  children: ComponentChildren
}

export function ThingPage({ list, id, section, children }: ThingPageProps) {
  const plan = draft.plan.value
  const head = useRef<HTMLHeadingElement>(null)
  const thing = plan && thingsOf(plan, list).find((one) => one.id === id)
  useEffect(() => {
    if (cameFrom.value && here.value.field === null) head.current?.focus({ preventScroll: true })
  }, [id, thing === undefined])
  if (!plan) return null
  if (!thing)
    return (
      <section class="part">
        <h2 ref={head} tabIndex={-1}>
          {formText('notThere')}
        </h2>
        <p>{formText('notThereLead')}</p>
        <p>
          <a href={pathTo(section)}>{formText('backToList')}</a>
        </p>
      </section>
    )
  const whole = faultsAt(list, id, '').filter(({ field }) => field === '')
  return (
    <>
      <h2 class="thing-title" ref={head} tabIndex={-1}>
        {pick(thing.name) || formText('noName')}
      </h2>
      <section class="part">
        {whole.length > 0 && <Faults id="thing" list={whole.map(({ words }) => words)} />}
        <div class="fields">{children}</div>
      </section>
      <p class="thing-back">
        <a href={pathTo(section)}>{formText('backToList')}</a>
      </p>
    </>
  )
}
