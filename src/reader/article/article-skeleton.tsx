import './article-skeleton.css'

const LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** An article before it is there, in its shape. */
export const ArticleSkeleton = () => (
  <div className="story-skeleton" aria-hidden="true">
    <p className="story-bone story-bone-title" />
    <p className="story-bone story-bone-date" />
    {LINES.map((line) => (
      <p key={line} className="story-bone" />
    ))}
  </div>
)
