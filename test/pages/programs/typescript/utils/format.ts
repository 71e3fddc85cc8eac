export enum Unit {
  Metre = 'm',
  Mile = 'mi',
}

export const far = (length: number, unit: Unit = Unit.Metre): string => `${length as number} ${unit}`
