import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { areaName } from "~/features/site/area";
import { pageMeta } from "~/features/site/page-meta";
import { topicNumberIn } from "~/features/topics/addressed";
import { PinForm } from "~/features/topics/components/pin-form";
import { PinSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { topicActionPath, topicPath } from "~/features/topics/paths";
import { findPin, pinTopic, unpinTopic } from "~/features/topics/pinning.server";
import { mayPin } from "~/features/topics/policy";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayPin(ctx.actor)) throw new Forbidden("topic.pin");
  const { id, number, slug, title, language, area } = await getTopic(ctx, topicNumberIn(args));
  return { number, slug, title, language, area, pin: await findPin(ctx, id) };
}

/** POST pins, DELETE takes it off. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    const { slug } = await unpinTopic(ctx, { number });
    return seeOther(topicPath({ number, slug }));
  }
  const parsed = parseForm(PinSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await pinTopic(ctx, { number, ...parsed.value });
  if (!outcome.ok) return formAgain(formError("state-changed-meanwhile"), values, { status: 409 });
  return seeOther(topicPath({ number, slug: outcome.slug }));
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.pin", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function PinTopic() {
  const { pin, area, ...topic } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("topics");
  const locale = useLocale();
  return (
    <FormPage
      title={t("pin.title")}
      lede={<span lang={langOf(topic.language)}>{topic.title}</span>}
      after={
        pin && (
          <form method="post" action={topicActionPath(topic.number, "pin")}>
            <HiddenFields method="DELETE" />
            <Button>{t("pin.unpin")}</Button>
          </form>
        )
      }
    >
      <PinForm topic={topic} pin={pin} area={areaName(area, locale)} failure={failure} />
    </FormPage>
  );
}
