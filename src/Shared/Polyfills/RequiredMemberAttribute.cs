namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit required members for a platform that lacks the type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;
