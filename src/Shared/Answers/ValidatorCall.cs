namespace TypedLlm.TypedAnswers;

/// <summary>A static method that checks a whole value.</summary>
/// <param name="Method">The method as C# code.</param>
/// <param name="Name">Its name for people, with that of its type.</param>
/// <param name="Type">The type of its first parameter, which tells it from others of its name.</param>
/// <param name="IsIn">Whether that is an <c>in</c> parameter, which tells it as well.</param>
internal sealed record ValidatorCall(string Method, string Name, string Type, bool IsIn);
