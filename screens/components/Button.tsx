// The one button, with an icon by its name.
import { Icon, type IconName } from '../icons.tsx'
import { BareButton, type BareButtonProps } from './BareButton.tsx'

export interface ButtonProps extends Omit<BareButtonProps, 'mark'> {
  icon?: IconName
}

export function Button({ icon, ...rest }: ButtonProps) {
  return <BareButton {...rest} mark={icon && <Icon name={icon} />} />
}
