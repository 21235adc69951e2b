namespace TypedLlm;

/// <summary>
/// Marks a method that checks a value of its type when a model has answered with it, wherever in an answer it stands:
/// <c>static void Check(Invoice value, LlmValidation validation)</c>. Types that derive from this one are checked by it too.
/// </summary>
/// <remarks>
/// What needs a service is an <see cref="ILlmValidator{T}"/>. It runs when the members have been read and held against their attributes, for inner values before outer ones.
/// What it throws is a fault of the program, not of the answer: no model is asked again, and the call fails with <see cref="LlmFailureKind.InvalidAnswer"/> and the
/// exception behind <see cref="AnswerException.GetCause"/>. A constructor or setter that throws refuses the value, which is repaired.
/// For elements of a stream, and for values that a partial shows only whole, it runs while the answer arrives and again for the whole of it, so that it should be quick and
/// change nothing. A partial runs it each time that such a member is read; for an element of a list until it was shown once, which stays from then on.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ValidateAttribute : Attribute;
