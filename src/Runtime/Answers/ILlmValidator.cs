namespace TypedLlm;

/// <summary>
/// Checks answers with what is not in them: a price list, a directory of customers. Registered in the container, each one for the type is asked for every
/// answer of it: <c>services.AddSingleton&lt;ILlmValidator&lt;Invoice&gt;, PriceCheck&gt;()</c>. Without a container, <see cref="TypedLlmOptions.Services"/> finds them.
/// </summary>
/// <typeparam name="T">What methods answer with, or the elements that they stream. Values inside of it are not checked by themselves.</typeparam>
/// <remarks>
/// It runs when the value has been read and its own checks (<see cref="ValidateAttribute"/>) have passed, from any thread, and may run twice for the same
/// element of a stream. The runtime outlives scopes: one that needs scoped services takes a factory of scopes.
/// </remarks>
public interface ILlmValidator<in T>
{
    /// <summary>
    /// Says what is wrong with a value. What it throws is a fault of the program, not of the answer: no model is asked again, and the call fails with
    /// <see cref="LlmFailureKind.InvalidAnswer"/> and the exception behind <see cref="AnswerException.GetCause"/>. An <see cref="OperationCanceledException"/> cancels the call, if the caller has.
    /// </summary>
    /// <param name="value">The value. Where the type allows null, null is not handed to validators.</param>
    /// <param name="validation">Takes the findings. A path begins with a member, in code or on the wire; empty is the value itself.</param>
    void Validate(T value, LlmValidation validation);
}
