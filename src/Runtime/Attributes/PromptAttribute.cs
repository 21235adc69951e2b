namespace TypedLlm;

/// <summary>
/// The user message of a method. <c>{name}</c> stands for a parameter, <c>{order.Id}</c> for a member of one, <c>{total:C2}</c> for a formatted
/// value (invariant culture); <c>{{</c> and <c>}}</c> are braces. Values are data: they can never add a message or a role.
/// </summary>
/// <param name="template">The template, checked at compile time.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PromptAttribute(string template) : Attribute
{
    /// <summary>The template as written.</summary>
    public string Template { get; } = template;
}
