/// One of the six colours people are told apart by, fixed by the id.
export const colourOf = (id: string): number => Number.parseInt(id.slice(0, 4), 16) % 6
