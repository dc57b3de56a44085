import { useText } from "~/platform/i18n/use-text";

export interface StageBarProps {
  /** The stage being worked on, counted from 1. */
  stage: number;
  total: number;
  name: string;
}

export function StageBar({ stage, total, name }: StageBarProps) {
  const t = useText("common");
  return (
    <div className="progress" role="img" aria-label={t("progress.stage", { stage, total, name })}>
      {Array.from({ length: total }, (_, index) => (
        <i key={index} data-on={index + 1 < stage || undefined} data-now={index + 1 === stage || undefined} />
      ))}
    </div>
  );
}
