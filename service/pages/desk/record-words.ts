// What stands over a record form: what the act means and what follows, in one or two sentences an event.
import type { EventSpec } from '../../../workflows/event-spec.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { words } from '../words.ts'

/// The lead under the heading.
export function leadOf(spec: EventSpec, lang: Lang): string {
  const t = words(lang)
  if (spec.kind === 'F') {
    return t(
      'Skriv det som faktisk skjedde. Planvev stopper deg ikke når noe har skjedd, men merker det som må forklares.',
      'Skriv det som faktisk skjedde. Planvev stoppar deg ikkje når noko har skjedd, men merkjer det som må forklarast.',
      'Write what in fact happened. Planvev does not stop you when something has happened, but marks what must be explained.',
    )
  }
  return t(
    'Planvev kontrollerer datoene og teksten før dette blir gjort, og sier fra om alt som står i veien.',
    'Planvev kontrollerer datoane og teksten før dette blir gjort, og seier frå om alt som står i vegen.',
    'Planvev checks the dates and the text before this is done, and names everything that stands in the way.',
  )
}

/// What cannot be undone, for the acts that have their own page for it.
export function consequenceOf(type: string, lang: Lang): string | undefined {
  const t = words(lang)
  const said: Record<string, string> = {
    'freeze-consultation-draft': t(
      'Når høringsutkastet er låst, kan ingen skrive i fellesdelen. De som har teksten åpen, får se den, men ikke endre den. Versjonen får navn, dato og kontrollsum, og kan aldri endres. Teksten kan bare åpnes igjen ved å starte en ny runde eller gå tilbake, med begrunnelse.',
      'Når høyringsutkastet er låst, kan ingen skrive i fellesdelen. Dei som har teksten open, får sjå han, men ikkje endre han. Versjonen får namn, dato og kontrollsum, og kan aldri endrast. Teksten kan berre opnast att ved å starte ein ny runde eller gå tilbake, med grunngjeving.',
      'Once the consultation draft is frozen nobody can write in the joint part. Those who have the text open may read it but not change it. The version gets a name, a date and a checksum and can never change. The text opens again only by a new round or by going back, with a reason.',
    ),
    'freeze-final-proposal': t(
      'Dette er teksten de tolv kommunestyrene får til behandling. Når den er låst, kan ingen skrive i fellesdelen. Versjonen får navn, dato og kontrollsum, og kan aldri endres. Før opp det som er endret siden høringsutkastet, og si om hver endring er redaksjonell eller vesentlig: en vesentlig endring gjør at forslaget må være offentlig på nytt.',
      'Dette er teksten dei tolv kommunestyra får til handsaming. Når han er låst, kan ingen skrive i fellesdelen. Versjonen får namn, dato og kontrollsum, og kan aldri endrast. Før opp det som er endra sidan høyringsutkastet, og sei om kvar endring er redaksjonell eller vesentleg: ei vesentleg endring gjer at framlegget må vere offentleg på nytt.',
      'This is the text the twelve councils will treat. Once it is frozen nobody can write in the joint part. The version gets a name, a date and a checksum and can never change. List what has changed since the consultation draft and whether each change is editorial or material: a material change means the proposal must be public anew.',
    ),
    'freeze-own-part': t(
      'Når kommunedelen er låst, kan ingen skrive i den. Versjonen får navn, dato og kontrollsum, og kan aldri endres. Sammen med fellesdelen og forslaget til vedtak blir den dokumentet kommunen behandler.',
      'Når kommunedelen er låst, kan ingen skrive i han. Versjonen får namn, dato og kontrollsum, og kan aldri endrast. Saman med fellesdelen og framlegget til vedtak blir han dokumentet kommunen handsamar.',
      'Once the own part is frozen nobody can write in it. The version gets a name, a date and a checksum and can never change. With the joint part and the proposed decision it becomes the document the municipality treats.',
    ),
    'confirm-adopted-text': t(
      'Du bekrefter at kommunestyrets endringer er arbeidet inn slik de ble vedtatt. Teksten får sin egen kontrollsum og blir stående som kommunens vedtatte strategi.',
      'Du stadfester at endringane frå kommunestyret er arbeidde inn slik dei vart vedtekne. Teksten får sin eigen kontrollsum og blir ståande som den vedtekne strategien til kommunen.',
      'You confirm that the council’s changes are worked in as they were adopted. The text gets its own checksum and stands as the municipality’s adopted strategy.',
    ),
    'close-harmonisation': t(
      'Velger du ny endelig versjon, blir fellesdelen låst på nytt, og kommunene som alt har vedtatt, velger selv om de vil behandle saken igjen. Godtas avvikene, blir de stående og ført opp i den samlede utgaven.',
      'Vel du ny endeleg versjon, blir fellesdelen låst på nytt, og kommunane som alt har vedteke, vel sjølve om dei vil handsame saka igjen. Blir avvika godtekne, blir dei ståande og førte opp i den samla utgåva.',
      'With a new final version the joint part is frozen anew, and municipalities that have adopted choose whether to treat the case again. If the deviations are accepted they stand and are listed in the compiled edition.',
    ),
    withdraw: t(
      'Kommunen går ut av fellesarbeidet. Plikten til å vedta planstrategi etter pbl § 10-1 står ved lag, med samme frist.',
      'Kommunen går ut av fellesarbeidet. Plikta til å vedta planstrategi etter pbl § 10-1 står ved lag, med same frist.',
      'The municipality leaves the joint work. The duty to adopt a strategy under pbl § 10-1 remains, with the same limit.',
    ),
    stop: t(
      'Fellesarbeidet stanses for alle. Hver kommune må da oppfylle plikten etter pbl § 10-1 alene.',
      'Fellesarbeidet blir stansa for alle. Kvar kommune må då oppfylle plikta etter pbl § 10-1 åleine.',
      'The joint work stops for all. Each municipality must then fulfil its duty under pbl § 10-1 alone.',
    ),
  }
  return said[type]
}
