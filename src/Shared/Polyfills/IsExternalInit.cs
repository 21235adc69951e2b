namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit init-only setters for a platform that lacks the type.</summary>
internal static class IsExternalInit;
