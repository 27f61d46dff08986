// The section of the hall itself: what it is called, where it is, its logo, languages and time zone, and the figures
// that govern its queue.
import type { Plan } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Choices } from '../../parts/Field.tsx'
import { draft } from '../draft/draft.ts'
import { setField } from '../draft/edit.ts'
import {
  ChoiceField,
  Faults,
  languageName,
  NumberField,
  type Option,
  ScriptField,
  TextField,
  TextsField,
} from '../form/fields.tsx'
import { type FieldOf, hallFields } from '../form/use-fields.ts'
import { LogoField } from './LogoField.tsx'
import { placeText } from './texts.ts'

export function HallSection() {
  const field = hallFields()
  if (!field) return null
  return (
    <>
      <section class="part" aria-labelledby="hall-who">
        <h2 id="hall-who">{placeText('who')}</h2>
        <div class="fields">
          <TextsField {...field('name')} hint={placeText('nameHint')} />
          <ScriptField field={field('name')} label={placeText('script')} hint={placeText('scriptHint')} />
          <TextsField {...field('address')} hint={placeText('addressHint')} />
          <SlipLogo {...field('slip')} />
          <LanguagesField {...field('languages')} />
          <ChoiceField {...field('timeZone')} hint={placeText('timeZoneHint')} options={timeZones()} />
        </div>
      </section>
      <section class="part" aria-labelledby="hall-rules">
        <h2 id="hall-rules">{placeText('rules')}</h2>
        <div class="fields">
          <Operation {...field('operation')} />
          <NumberField
            {...field('walkSeconds')}
            hint={placeText('walkHint')}
            unit={placeText('seconds')}
            least={0}
            most={3600}
            example={60}
          />
          <NumberField
            {...field('lateSeconds')}
            hint={placeText('lateHint')}
            unit={placeText('seconds')}
            least={0}
            most={3600}
            example={120}
          />
          <NumberField
            {...field('secondCallSeconds')}
            hint={placeText('secondHint')}
            unit={placeText('seconds')}
            least={1}
            most={3600}
            example={45}
            empty={undefined}
          />
          <NumberField
            {...field('waitLimitMinutes')}
            hint={placeText('limitHint')}
            unit={placeText('minutes')}
            least={1}
            most={1440}
            example={30}
          />
          <Rates {...field('rates')} />
          <PaperPrefix {...field('paper')} />
        </div>
      </section>
    </>
  )
}

function Operation({ id: place, label, value, onChange }: FieldOf<Plan['operation']>) {
  return (
    <div id={place} tabIndex={-1}>
      <Choices
        legend={label}
        name="operation"
        value={value}
        options={(['trial', 'regular'] as const).map((one) => ({
          value: one,
          words: placeText(`operation.${one}`),
        }))}
        onChange={onChange}
      />
      <p class="soft">{placeText('operationHint')}</p>
    </div>
  )
}

function Rates({ id: place, label, value, faults, onChange }: FieldOf<Plan['rates']>) {
  const one = (key: keyof Plan['rates']) => (
    <NumberField
      id={`${place}-${key}`}
      label={placeText(key === 'regular' ? 'rateRegular' : 'ratePriority')}
      value={value[key]}
      faults={faults.filter(({ sub }) => sub === key)}
      onChange={(next) => onChange({ ...value, [key]: next })}
      unit={placeText('ratesUnit')}
      least={0.01}
      most={1000}
      parts
      example={1}
    />
  )
  return (
    <fieldset class="texts" id={place} tabIndex={-1}>
      <legend>{label}</legend>
      <p class="soft">{placeText('ratesHint')}</p>
      <div class="field-grid">
        {one('regular')}
        {one('priority')}
      </div>
    </fieldset>
  )
}

/** Without letters of its own the hall uses the default ones. */
function PaperPrefix({ value, onChange, ...field }: FieldOf<Plan['paper']>) {
  return (
    <TextField
      {...field}
      value={value?.prefix ?? ''}
      onChange={(prefix) => onChange(prefix === '' ? undefined : { prefix })}
      hint={placeText('paperHint')}
      code
      size={3}
    />
  )
}

/** Indonesia's three zones first, by the names that people know. */
function timeZones(): Option[] {
  const ours = ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'] as const
  const known: readonly string[] = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : []
  const others = known.filter((zone) => !ours.some((one) => one === zone))
  return [
    ...ours.map((zone) => ({ value: zone as string, words: placeText(`zone.${zone}`) })),
    ...others.map((zone) => ({ value: zone, words: zone.replaceAll('_', ' ') })),
  ]
}

/** Languages that a hall may want, besides those that visitors' browsers ask for. */
const OFFERED = ['en', 'ban', 'jv', 'su', 'mad', 'min', 'bug', 'zh', 'ja', 'ko', 'ar', 'nl', 'de', 'fr', 'ru']

function LanguagesField({ id: place, label, value, faults, onChange }: FieldOf<string[]>) {
  const saved = draft.saved.value
  const gone = (saved ? saved.plan.languages : []).filter((code) => !value.includes(code))
  return (
    <fieldset class="texts" id={place} tabIndex={-1}>
      <legend>{label}</legend>
      <p class="soft">{placeText('languagesHint')}</p>
      <Faults id={place} list={faults.map(({ words }) => words)} />
      <ul class="languages">
        {value.map((code, nth) => {
          const language = languageName(code)
          return (
            <li key={code}>
              <span>
                {language} {nth === 0 && <span class="state">{placeText('languageFirst')}</span>}
              </span>
              <span class="part-ends">
                {nth > 0 && (
                  <Button
                    kind="quiet"
                    onPress={() => onChange([code, ...value.filter((one) => one !== code)])}
                  >
                    {placeText('languageUp', { language })}
                  </Button>
                )}
                {code !== 'id' && (
                  <Button kind="quiet" onPress={() => onChange(value.filter((one) => one !== code))}>
                    {placeText('languageRemove', { language })}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      <div role="status">
        {gone.map((code) => (
          <p key={code}>{placeText('languageGone', { language: languageName(code) })}</p>
        ))}
      </div>
      <ChoiceField
        id={`${place}-add`}
        label={placeText('languageAdd')}
        hint={placeText('languageAddHint')}
        value=""
        faults={[]}
        onChange={(code) => code !== '' && onChange([...value, code])}
        options={OFFERED.filter((code) => !value.includes(code)).map((code) => ({
          value: code,
          words: languageName(code),
        }))}
      />
    </fieldset>
  )
}

/** The picture at the top of a slip. */
function SlipLogo({ id: place, value, faults, onChange }: FieldOf<Plan['slip']>) {
  const slip = value ?? { header: [], footer: [], logo: null }
  return (
    <LogoField
      id={place}
      label={placeText('logo')}
      hint={placeText('logoHint')}
      value={slip.logo ?? undefined}
      faults={faults.filter(({ sub }) => sub === 'logo')}
      // Into the plan as it now is: unpacking a picture takes a while.
      onChange={(logo) =>
        logo === undefined
          ? onChange({ ...slip, logo: null })
          : draft.edit((plan) => setField('slip', { ...(plan.slip ?? slip), logo })(plan))
      }
    />
  )
}
