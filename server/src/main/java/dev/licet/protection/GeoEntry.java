package dev.licet.protection;

import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import org.jspecify.annotations.Nullable;

/** What we want of an entry in a database of countries; the rest is not decoded. Public for the library that makes it. */
public record GeoEntry(@Nullable Country country) {
    @MaxMindDbConstructor
    public GeoEntry(@MaxMindDbParameter(name = "country") @Nullable Country country) {
        this.country = country;
    }

    /** The country as the file names it, by its ISO 3166-1 alpha-2 code. */
    public record Country(@Nullable String code) {
        @MaxMindDbConstructor
        public Country(@MaxMindDbParameter(name = "iso_code") @Nullable String code) {
            this.code = code;
        }
    }
}
