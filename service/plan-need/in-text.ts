// Which chapters of the document hold what is data and not prose: the tables of planning needs and the choice for the
// municipal master plan.

/// The chapters by their code in the joint strategy's structure: F6 the joint plans, K3 the assessment of the master
/// plan, K5 a municipality's own plans.
const held: { [code: string]: 'plan-needs' | 'master-plan' } = {
  F6: 'plan-needs',
  K3: 'master-plan',
  K5: 'plan-needs',
}

/// Undefined for a chapter that is prose alone.
export const heldIn = (section: { code: string; zone: string }) => {
  const what = held[section.code]
  return what === 'master-plan' && section.zone === 'joint' ? undefined : what
}
