namespace System.Diagnostics.CodeAnalysis;

/// <summary>Tells the compiler's null analysis what a returned value proves, on a platform that lacks the type.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
