package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asks about the past of licences that had an eventful life. */
class R142_WhatWasAllowedThenTest {
    private final Vendor vendor =
            Vendor.onMovingServer().feature("export", "switch").feature("count", "number");
    private final List<Asked> asked = new ArrayList<>();
    private Vendor.Issued license = issue(Map.of());

    /** A question as a program put it, and what it was answered. */
    private record Asked(
            Instant at,
            Map<String, Object> question,
            String code,
            @Nullable Object state) {}

    private Vendor.Issued issue(Map<String, ?> policy) {
        Map<String, Object> whole = new HashMap<>(Map.of("term", "P1Y", "devices", 2, "grace", "P10D"));
        whole.putAll(policy);
        return vendor.issue(vendor.plan(Vendor.unique("a"), whole, Map.of("export", false, "count", 5)));
    }

    @BeforeEach
    void issue() {
        license = issue(Map.of());
    }

    private void ask(Map<String, Object> question) {
        Answer answer = vendor.validate(license, question);
        asked.add(new Asked(
                Instant.parse(answer.text("/validatedAt")),
                question,
                answer.text("/code"),
                answer.at("/license/state")));
    }

    private void askAll() {
        ask(Map.of("device", Vendor.device("one")));
        ask(Map.of("device", Vendor.device("two"), "features", List.of("export")));
        ask(Map.of("device", Vendor.device("three"), "user", "ada@example.com"));
        ask(Map.of("user", "ADA@example.com"));
        ask(Map.of("device", Vendor.device("one"), "user", "bob@example.com", "version", "1.5.0"));
        ask(Map.of("product", "another"));
        vendor.clock.advance("PT1H");
    }

    private Answer past(Instant at, Map<String, Object> question) {
        StringBuilder query = new StringBuilder("/decision?at=" + at);
        question.forEach((name, value) -> query.append('&')
                .append(name.equals("features") ? "feature" : name)
                .append('=')
                .append(
                        switch (value) {
                            case Map<?, ?> device -> device.get("fingerprint");
                            case List<?> features -> features.getFirst();
                            default -> value;
                        }));
        return vendor.api.get(Vendor.path(license, query.toString())).expect(200);
    }

    private void thePastAgrees() {
        assertThat(asked).hasSizeGreaterThan(10);
        for (Asked each : asked) {
            Answer past = past(each.at(), each.question());
            assertThat(past.text("/code")).as("%s\n%s", each, past).isEqualTo(each.code());
            assertThat(past.at("/valid")).isEqualTo(each.code().equals("VALID"));
            assertThat(past.at("/standing/state")).as("%s\n%s", each, past).isEqualTo(each.state());
            assertThat(past.list("/notConsidered"))
                    .as(past::toString)
                    .allMatch(what -> "departure".equals(((Map<?, ?>) what).get("what")));
        }
    }

    @Test
    void R142_the_past_says_what_programs_were_told() {
        askAll();
        String one = vendor.activated(license, "one");
        vendor.activated(license, "two");
        askAll();
        vendor.put(license, "suspension", Map.of("reason", "unpaid")).expect(200);
        askAll();
        vendor.api.delete(Vendor.path(license, "/suspension")).expect(200);
        askAll();
        vendor.put(license, "users/ada@example.com", Map.of()).expect(200);
        askAll();
        vendor.put(license, "users/bob@example.com", Map.of()).expect(200);
        vendor.override(license, Map.of("users", 1));
        askAll();
        vendor.api.delete(Vendor.path(license, "/users/ada@example.com")).expect(204);
        askAll();
        vendor.deactivate(license, one).expect(204);
        vendor.program
                .post(
                        "/v1/activations",
                        Map.of("key", license.key(), "device", Vendor.device("three"), "user", "bob@example.com"))
                .expect(201);
        askAll();
        vendor.override(license, Map.of("devices", 1));
        askAll();
        vendor.put(
                        license,
                        "plan",
                        Map.of(
                                "plan",
                                vendor.plan("big", Map.of("versions", Map.of("min", "2.0.0")), Map.of("export", true))))
                .expect(200);
        askAll();
        vendor.put(license, "customer", Map.of("customer", vendor.customer("organization")))
                .expect(200);
        askAll();
        vendor.put(
                        license,
                        "expiry",
                        Map.of(
                                "expiresAt",
                                vendor.clock.now().plusSeconds(86400 * 3).toString()))
                .expect(200);
        askAll();
        vendor.clock.advance("P5D");
        askAll();
        vendor.renew(license, Map.of("term", "P1M")).expect(201);
        askAll();
        vendor.put(license, "revocation", Map.of("reason", "end")).expect(200);
        askAll();
        thePastAgrees();
    }

    @Test
    void R142_a_silence_is_told_although_a_heartbeat_ended_it() {
        license = issue(Map.of("heartbeat", "PT1H", "onMissedHeartbeat", "keep"));
        String one = vendor.activated(license, "one");
        for (int i = 0; i < 3; i++) {
            vendor.clock.advance("PT40M");
            ask(Map.of("device", Vendor.device("one")));
            vendor.beat(license, one).expect(200);
            ask(Map.of("device", Vendor.device("one")));
        }
        vendor.clock.advance("PT2H");
        ask(Map.of("device", Vendor.device("one")));
        vendor.beat(license, one).expect(200);
        ask(Map.of("device", Vendor.device("one")));
        vendor.clock.advance("PT30M");
        vendor.beat(license, one).expect(200);
        vendor.clock.advance("PT40M");
        ask(Map.of("device", Vendor.device("one")));
        vendor.clock.advance("PT40M");
        ask(Map.of("device", Vendor.device("one")));
        ask(Map.of("device", Vendor.device("one")));
        vendor.beat(license, one).expect(200);
        assertThat(asked).extracting(Asked::code).contains("VALID", "HEARTBEAT_MISSED");
        thePastAgrees();
    }

    @Test
    void R142_a_device_that_lost_its_place_by_silence_had_none_from_then_on() {
        license = issue(Map.of("heartbeat", "PT1H"));
        String one = vendor.activated(license, "one");
        for (int i = 0; i < 5; i++) {
            vendor.clock.advance("PT50M");
            vendor.beat(license, one).expect(200);
            ask(Map.of("device", Vendor.device("one")));
        }
        for (int i = 0; i < 5; i++) {
            vendor.clock.advance("PT20M");
            ask(Map.of("device", Vendor.device("one")));
        }
        vendor.activated(license, "one");
        ask(Map.of("device", Vendor.device("one")));
        assertThat(asked).extracting(Asked::code).contains("VALID", "DEVICE_NOT_ACTIVATED");
        thePastAgrees();
    }

    @Test
    void R142_an_overdue_check_in_is_told_although_it_was_mended() {
        license = issue(Map.of("checkIn", "P10D"));
        vendor.activated(license, "one");
        for (int i = 0; i < 6; i++) {
            vendor.clock.advance("P9D");
            ask(Map.of("device", Vendor.device("one")));
            ask(Map.of());
        }
        vendor.clock.advance("P11D");
        ask(Map.of("device", Vendor.device("one")));
        ask(Map.of());
        vendor.activate(license, "one").expect(200);
        ask(Map.of("device", Vendor.device("one")));
        vendor.clock.advance("P2D");
        ask(Map.of("device", Vendor.device("one")));
        assertThat(asked).extracting(Asked::code).contains("VALID", "CHECK_IN_OVERDUE");
        thePastAgrees();
    }

    @Test
    void R142_a_term_that_waited_and_a_fallback_plan_as_it_was() {
        String free = vendor.plan("free", Map.of(), Map.of("count", 1));
        license = vendor.issue(vendor.plan(
                Vendor.unique("a"),
                Map.of("term", "P10D", "starts", "firstValidation", "onExpiry", "fallback", "fallbackPlan", "free"),
                Map.of("count", 9)));
        for (int i = 0; i < 4; i++) {
            vendor.clock.advance("P2D");
            ask(Map.of());
        }
        vendor.clock.advance("P9D");
        ask(Map.of());
        Instant before = vendor.clock.now();
        vendor.clock.advance("PT1H");
        vendor.api
                .patch("/v1/plans/" + free, Map.of("features", Map.of("count", 2)))
                .expect(200);
        for (int i = 0; i < 6; i++) {
            ask(Map.of());
        }
        thePastAgrees();
        assertThat(past(before, Map.of()).at("/standing/features/count")).hasToString("1");
        assertThat(past(vendor.clock.now(), Map.of()).at("/standing/features/count"))
                .hasToString("2");
    }

    @Test
    void R142_it_says_where_it_knows_it_from() {
        vendor.activated(license, "one");
        vendor.put(license, "suspension", Map.of("reason", "unpaid")).expect(200);
        Answer past = past(vendor.clock.now(), Map.of("device", Vendor.device("one")));
        assertThat(past.text("/code")).isEqualTo("SUSPENDED");
        assertThat(past.list("/sources"))
                .extracting(each -> String.valueOf(((Map<?, ?>) each).get("type")))
                .containsExactly("license.suspended", "device.activated");
        assertThat(past.at("/facts/policy/devices")).hasToString("2");
        assertThat(past.at("/facts/devices/active")).hasToString("1");
    }

    @Test
    void R142_before_the_issue_there_was_no_licence_and_the_future_is_told_too() {
        Instant issued = Instant.parse(license.answer().text("/issuedAt"));
        assertThat(past(issued.minusSeconds(1), Map.of()).text("/code")).isEqualTo("NOT_FOUND");
        vendor.activated(license, "one");
        Map<String, Object> one = Map.of("device", Vendor.device("one"));
        assertThat(past(issued.plusSeconds(86400L * 300), one).text("/code")).isEqualTo("VALID");
        assertThat(past(issued.plusSeconds(86400L * 370), one).text("/standing/state"))
                .isEqualTo("grace");
        assertThat(past(issued.plusSeconds(86400L * 400), one).text("/code")).isEqualTo("EXPIRED");
    }

    @Test
    void R142_what_cannot_be_told_is_said() {
        license = issue(Map.of("heartbeat", "PT1H", "onMissedHeartbeat", "keep", "concurrent", 3));
        vendor.activated(license, "one");
        Instant then = vendor.clock.now();
        vendor.clock.advance("PT1M");
        vendor.override(license, Map.of("heartbeat", "PT2H"));
        assertThat(past(then, Map.of("device", Vendor.device("one"))).list("/notConsidered"))
                .extracting(each -> String.valueOf(((Map<?, ?>) each).get("what")))
                .containsExactlyInAnyOrder("contact", "leases");
        vendor.api.get(Vendor.path(license, "/decision?at=yesterday")).invalid("at");
        vendor.api.get(Vendor.path(license, "/decision?version=x")).invalid("version");
    }
}
