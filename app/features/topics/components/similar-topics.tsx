import { useText } from "~/platform/i18n/use-text";
import { SideLinks } from "~/ui/patterns/side-links";
import { SideSection } from "~/ui/patterns/side-section";
import { StatusPill } from "./status-pill";

export interface SimilarTopicsProps {
  topics: readonly { url: string; title: string; lang: string; status: string | null }[];
}

export function SimilarTopics({ topics }: SimilarTopicsProps) {
  const t = useText("topics");
  if (topics.length === 0) return null;
  return (
    <SideSection title={t("similar.title")}>
      <SideLinks
        label={t("similar.title")}
        items={topics.map(({ url, title, lang, status }) => ({
          href: url,
          label: title,
          lang,
          end: status && <StatusPill status={status} />,
        }))}
      />
    </SideSection>
  );
}
