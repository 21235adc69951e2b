using System.Diagnostics.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>The validators that an application has for a type.</summary>
internal sealed class AnswerValidators<T>
{
    private readonly ILlmValidator<T>[] _validators;

    private AnswerValidators(ILlmValidator<T>[] validators) => _validators = validators;

    /// <summary>Those that are registered; null if none is.</summary>
    /// <exception cref="InvalidOperationException">The container cannot make them.</exception>
    public static AnswerValidators<T>? Of(IServiceProvider? services)
    {
        try
        {
            return services?.GetService(typeof(IEnumerable<ILlmValidator<T>>)) is IEnumerable<ILlmValidator<T>> all && all.ToArray() is { Length: > 0 } validators
                ? new AnswerValidators<T>(validators)
                : null;
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            throw ValidatorRegistration.Unusable(typeof(ILlmValidator<T>), exception);
        }
    }

    /// <summary>Whether none refuses a value.</summary>
    /// <exception cref="AnswerException">One threw.</exception>
    public bool Accept(T value, ReadOnlySpan<byte> schema)
    {
        var findings = new AnswerFindings();
        Check(value, "$", schema, findings);
        return findings.Errors.Count == 0;
    }

    /// <summary>Collects what they find. Null is what the type allows, and nothing to be checked.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">Where it stands in the answer.</param>
    /// <param name="schema">The schema of the answer, which has the names of its members.</param>
    /// <param name="findings">What was found so far.</param>
    /// <exception cref="AnswerException">One threw.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "A validator is code of the user's: whatever it throws ends the call, and is kept.")]
    public void Check(T value, string path, ReadOnlySpan<byte> schema, AnswerFindings findings)
    {
        if (value is null)
        {
            return;
        }

        foreach (var validator in _validators)
        {
            var validation = new LlmValidation();
            try
            {
                validator.Validate(value, validation);
            }
            catch (Exception exception)
            {
                throw AnswerException.Threw(path, validator.GetType().Name, exception, excerpt: null);
            }

            findings.Add(validation, path, schema);
        }
    }
}
