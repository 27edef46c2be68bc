package io.sspr.reset.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A question that a user chose, with a hash of their answer. Nobody but the user sets it and nobody reads the answer. Source: R-SQ-07. */
@Entity
@Table(name = "security_answer")
public class SecurityAnswer {
    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "question_key")
    String questionKey;

    /** What the user read when they chose an organisation's own question; null for a predefined one. */
    @Column(name = "question_text")
    String questionText;

    @Column(name = "answer_hash")
    String answerHash;

    @Column(name = "created_at")
    Instant createdAt;

    protected SecurityAnswer() {}

    SecurityAnswer(UUID accountId, Question question, String answerHash, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.questionKey = question.key();
        this.questionText = question instanceof CustomQuestion custom ? custom.text() : null;
        this.answerHash = answerHash;
        this.createdAt = createdAt;
    }

    /** It stays answerable even if the organisation no longer offers it. */
    Question question() {
        return questionText == null
                ? PredefinedQuestion.valueOf(questionKey.substring(PredefinedQuestion.PREFIX.length()))
                : new CustomQuestion(questionKey, questionText);
    }
}
