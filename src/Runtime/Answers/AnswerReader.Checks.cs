using System.Diagnostics.CodeAnalysis;
using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>Checks that types have of their own.</summary>
public ref partial struct AnswerReader
{
    /// <summary>What the checks let pass and did not like.</summary>
    internal readonly IReadOnlyList<LlmFinding> Warnings => _findings?.Warnings ?? [];

    /// <summary>Has a value checked by a method of its type. The reader stands on the value's last token.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="names">The names of its members on the wire.</param>
    /// <param name="members">The names of its members in code, in the same order.</param>
    /// <param name="name">The method, as developers call it.</param>
    /// <param name="check">The method.</param>
    /// <exception cref="AnswerException">The method threw.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "A check is code of the user's: whatever it throws ends the call, and is kept.")]
    public void Check<T>(T value, AnswerNames names, string[] members, string name, Action<T, LlmValidation> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (IsChecked)
        {
            return;
        }

        var validation = new LlmValidation();
        try
        {
            check(value, validation);
        }
        catch (Exception exception)
        {
            throw AnswerException.Threw(Path(), name, exception, Excerpt(Offset));
        }

        if (validation.Errors.Count + validation.Warnings.Count > 0)
        {
            Keep(validation, _findings ??= new AnswerFindings(), names, members);
        }
    }

    /// <summary>Refuses the answer if a check did.</summary>
    internal readonly void EndChecks()
    {
        if (_findings is { Errors: { Count: > 0 } errors })
        {
            // That is the end of the value; what is wrong with it stands before that.
            throw AnswerException.Refused(errors, AnswerExcerpt.Before(_json, _refusedAt));
        }
    }

    private void Keep(LlmValidation found, AnswerFindings findings, AnswerNames names, string[] members)
    {
        if (!findings.HasRoomFor(found))
        {
            return;
        }

        if (findings.Errors.Count == 0)
        {
            _refusedAt = Offset;
        }

        findings.Add(found, Path(), names, members, _schema);
    }
}
