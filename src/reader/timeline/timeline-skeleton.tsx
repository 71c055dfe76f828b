import './timeline.css'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

/** The list before it is there, in its exact shape. */
export const TimelineSkeleton = ({ isByDay = true }: { readonly isByDay?: boolean }) => (
  <div aria-hidden="true">
    {isByDay && (
      <div className="day-heading">
        <p className="day-name">
          <span className="bone bone-day" />
        </p>
      </div>
    )}
    {ROWS.map((row) => (
      <div key={row} className="headline">
        <span className="headline-time">
          <span className="bone bone-time" />
        </span>
        <div className="headline-title">
          <span className="bone bone-title" />
        </div>
        <div className="headline-excerpt">
          <span className="bone" />
          <span className="bone bone-second" />
        </div>
      </div>
    ))}
  </div>
)
