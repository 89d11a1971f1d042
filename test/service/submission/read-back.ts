// A row of planning needs sent through the form and read again, as a browser would.
import type { PlanNeedFields } from '../../../service/plan-need/fields.ts'
import { readFields, type RowErrors } from '../../../service/plan-need/read-fields.ts'
import { typedRow } from '../../../service/pages/plan-needs/row-form.ts'
import { municipalParts } from '../../../service/region/content/content.ts'

export const planNeedNumbers = municipalParts.map((part) => part.number)

export function readBack(fields: PlanNeedFields, zone: string): PlanNeedFields | RowErrors {
  const part = municipalParts.find((one) => one.number === zone)
  const read = readFields(typedRow(fields), {
    both: zone === 'joint',
    language: part?.language ?? 'nb',
    municipalities: planNeedNumbers,
  })
  return read.ok ? read.fields : read.errors
}
