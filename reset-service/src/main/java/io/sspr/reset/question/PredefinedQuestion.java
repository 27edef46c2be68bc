package io.sspr.reset.question;

import io.sspr.reset.problem.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The questions that every organisation can choose from; their texts are in {@code questions_en.properties} and {@code questions_ja.properties}.
 * Users' answers are stored under these names, so none of them is ever renamed or removed. Source: R-SQ-09.
 */
public enum PredefinedQuestion implements Question {
    CITY_MET_SPOUSE,
    CITY_PARENTS_MET,
    CITY_NEAREST_SIBLING,
    CITY_FATHER_BORN,
    CITY_FIRST_JOB,
    CITY_MOTHER_BORN,
    CITY_NEW_YEAR_2000,
    TEACHER_HIGH_SCHOOL,
    COLLEGE_NOT_ATTENDED,
    WEDDING_RECEPTION,
    FATHER_MIDDLE_NAME,
    FAVOURITE_FOOD,
    MATERNAL_GRANDMOTHER,
    MOTHER_MIDDLE_NAME,
    OLDEST_SIBLING_BIRTH,
    OLDEST_SIBLING_MIDDLE_NAME,
    PATERNAL_GRANDFATHER,
    YOUNGEST_SIBLING_MIDDLE_NAME,
    SCHOOL_SIXTH_GRADE,
    CHILDHOOD_FRIEND,
    FIRST_SIGNIFICANT_OTHER,
    TEACHER_GRADE_SCHOOL,
    FIRST_VEHICLE,
    FIRST_SCHOOL,
    HOSPITAL_OF_BIRTH,
    CHILDHOOD_STREET,
    CHILDHOOD_HERO,
    STUFFED_ANIMAL,
    FIRST_PET,
    CHILDHOOD_NICKNAME,
    HIGH_SCHOOL_SPORT,
    FIRST_JOB,
    CHILDHOOD_PHONE,
    CHILDHOOD_AMBITION,
    FAMOUS_PERSON_MET;

    static final String PREFIX = "p:";

    /** The names of all of them. */
    public static Set<String> names() {
        return Stream.of(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The question of that name, as an organisation's settings hold it; empty if there is none. */
    public static Optional<PredefinedQuestion> named(String name) {
        return Stream.of(values())
                .filter(question -> question.name().equals(name))
                .findFirst();
    }

    @Override
    public String key() {
        return PREFIX + name();
    }

    @Override
    public String text(Language language) {
        return bundle(language).getString(name());
    }

    static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "questions",
                Locale.forLanguageTag(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
