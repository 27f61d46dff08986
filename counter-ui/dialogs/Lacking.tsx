// What an end that counts as incomplete says: which papers are missing, what the visitor was told, whether they fetch
// it and are back today. The figures tell the agency what visitors lack most.
import { pick } from '../../screens/i18n.ts'
import { panelText } from '../panel/texts/index.ts'
import type { Visit } from '../parts/Current.tsx'
import { Field } from '../parts/Field.tsx'
import { papersThere } from '../parts/Papers.tsx'
import type { Workplace } from '../workplace.ts'
import { textIn } from './fields.ts'

interface LackingProps {
  place: Workplace
  current: Visit
  /** What stands before a service's papers. */
  lead: string
}

export function Lacking({ place, current, lead }: LackingProps) {
  const requirements = place.hall.services.value.get(current.service)?.requirements ?? []
  const there = papersThere(current)
  const said = current.missing.map(({ id }) => id)
  const isLacking = (id: string) => (there.length > 0 ? there.indexOf(id) < 0 : said.indexOf(id) >= 0)
  return (
    <>
      <p>{requirements.length > 0 ? lead : panelText('incompleteNothing')}</p>
      {requirements.length > 0 && (
        <div class="papers">
          {requirements.map(({ id, name }) => (
            <label key={id} class="tick tick-row">
              <input type="checkbox" name="missing" value={id} defaultChecked={isLacking(id)} />
              <span>{pick(name)}</span>
            </label>
          ))}
        </div>
      )}
      <Field name="words" label={panelText('lacksWords')} maxLength={500} />
      <Field name="told" label={panelText('told')} hint={panelText('toldHelp')} maxLength={500} />
      <label class="tick tick-row">
        <input type="checkbox" name="comeBack" />
        <span>
          {panelText('comeBack')}
          <span class="soft tick-more">{panelText('comeBackHelp')}</span>
        </span>
      </label>
    </>
  )
}

/** What was filled in, as the command carries it. */
export function lackingIn(fields: FormData) {
  return {
    missing: fields.getAll('missing').map(String),
    ...textIn(fields, 'words'),
    ...textIn(fields, 'told'),
    ...(fields.has('comeBack') && { comeBack: true }),
  }
}
