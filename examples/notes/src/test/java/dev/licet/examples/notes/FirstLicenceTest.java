package dev.licet.examples.notes;

import org.junit.jupiter.api.Test;

/** Takes the walk of docs/guide/first-licence.md. */
class FirstLicenceTest extends GuideTest {
    @Test
    void theGuideIsRight() throws Exception {
        walk("first-licence", 40);
    }
}
