// The settings of this browser: what follows automatically, what is heard, and the keys.
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { sharedText } from '../../../screens/texts/shared.ts'
import { playTone } from '../../parts/tone.ts'
import { KeyRows } from './KeyRows.tsx'
import { OPTIONS, type Option } from '../possible-actions.ts'
import { has, setOption } from './options.ts'
import { panelText } from '../texts/index.ts'
import './settings.css'

export function Settings({ onClose }: { onClose: () => void }) {
  const [permission, setPermission] = useState(currentPermission)

  async function set(name: Option, on: boolean): Promise<void> {
    setOption(name, on)
    if (!on) return
    if (name === 'tone') playTone()
    if (name !== 'notify') return
    const given = await Notification.requestPermission()
    setPermission(given)
    if (given !== 'granted') setOption('notify', false)
  }

  function help(name: Option): string {
    if (name !== 'notify' || permission === 'granted' || permission === 'default')
      return panelText(`settings-help.${name}`)
    return panelText(permission === 'denied' ? 'settings.notifyDenied' : 'settings.notifyNever')
  }

  return (
    <Dialog title={panelText('settings.title')} onClose={onClose}>
      <div class="fields">
        <p class="soft">{panelText('settings.kept')}</p>
        <fieldset class="choices">
          <legend>{panelText('settings.options')}</legend>
          {OPTIONS.map((name) => (
            <label key={name} class="tick tick-row">
              <input
                type="checkbox"
                checked={has(name)}
                disabled={name === 'notify' && permission === null}
                onChange={(event) => void set(name, event.currentTarget.checked)}
              />
              <span>
                {panelText(`settings.${name}`)}
                <span class="soft tick-more">{help(name)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <KeyRows />
        <Button onPress={onClose}>{sharedText('close')}</Button>
      </div>
    </Dialog>
  )
}

/** What the browser says about notifications; null if it has none, as on plain http. */
function currentPermission(): NotificationPermission | null {
  return isSecureContext && 'Notification' in globalThis ? Notification.permission : null
}
