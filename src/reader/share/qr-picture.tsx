import type { QrCode } from './qr-code.ts'

/** A QR code as a drawing, dark on light in every theme: many cameras read no other. */
export const QrPicture = ({ code, label }: { readonly code: QrCode; readonly label: string }) => (
  <svg
    className="qr-picture"
    viewBox={`0 0 ${code.size} ${code.size}`}
    shapeRendering="crispEdges"
    role="img"
    aria-label={label}
  >
    <rect width={code.size} height={code.size} className="qr-light" />
    <path
      className="qr-dark"
      d={code.runs.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`).join('')}
    />
  </svg>
)
