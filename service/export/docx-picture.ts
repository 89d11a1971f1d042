// A picture in a line of a Word document, with the words for those who do not see it.
import { xml } from './docx-xml.ts'
import type { Picture } from './pictures.ts'

/// English metric units: 9525 to a pixel of 96 an inch.
const pixel = 9525
/// 16 cm, and the height of a page less its margins.
const widest = 5_760_000
const tallest = 8_100_000
const main = 'http://schemas.openxmlformats.org/drawingml/2006'

export function pictureRun(
  picture: Picture,
  { relation, id, alt, width }: { relation: string; id: number; alt: string; width: number },
): string {
  const wanted = Math.min(widest, Math.max(1, width) * pixel)
  const shrink = Math.min(1, tallest / ((wanted * picture.height) / picture.width))
  const cx = Math.round(wanted * shrink)
  const cy = Math.round((wanted * shrink * picture.height) / picture.width)
  const decorative = alt
    ? ''
    : '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
  const frame = `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
  const drawn = `<pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="${relation}" descr="${xml(alt)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>${frame}</pic:spPr></pic:pic>`
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${id}" name="${relation}" descr="${xml(alt)}">${decorative}</wp:docPr><a:graphic><a:graphicData uri="${main}/picture">${drawn}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}
