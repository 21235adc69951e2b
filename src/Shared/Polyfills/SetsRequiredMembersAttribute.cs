namespace System.Diagnostics.CodeAnalysis;

/// <summary>Lets the compiler emit required members for a platform that lacks the type.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
